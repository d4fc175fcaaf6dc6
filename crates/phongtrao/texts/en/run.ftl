# The command run: a whole round, from plan and data to its papers.
run-about = A whole round: judge by plan and data, make all papers, and write them into a folder with an index
run-foreign-folder = { $folder } holds other files, which this program did not make; choose another folder or empty this one
run-made = { $papers } papers in { $folders } folders; open { $index }
run-no-organisation = { $path } cannot be read: it states the organisation's name, symbols and who signs (see docs/papers.md)
run-nothing-made = No paper was made. Mend the errors above and run again.
run-out-help = Folder of the result; it is there only when all files are done
run-setting = Making papers
run-threads-help = Number of threads (default: the machine's cores); the result is the same
run-no-looks = The folder { $folder } of the data (own templates and words) cannot be read
run-own-paper = No kind of paper belongs to the file “{ $name }”
run-own-paper-help = Name the file after the kind of paper: KIND.typ is an own template, KIND.toml are own words. Kinds: { $kinds }.
run-evidence-missing = { $number } files of evidence named in the table records are not in the data folder: { $files }
run-evidence-missing-help = Put the file into { $folder } under the path that is written, or mend the column evidence. Results do not change by it: whoever appraises decides.
