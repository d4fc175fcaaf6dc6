# The emblem on certificates.
emblem-unread = The picture of the emblem is not a PNG file.
emblem-unread-help = Save the emblem as a .png file; without a picture its room stays blank.
# When a paper is set.
letter-unknown = The letters of the paper lack “{ $letter }”, in: { $words }
letter-unknown-help = Look whether it is typed right; if the name has it, tell us so that the letters can be widened.
template-error = The template has an error: { $message }
template-error-help = Mend the template at this line, or take your own template away to use that of the program.
word-error = The Word file cannot be made: { $message }
word-error-help = The paper is too large for a Word file; split its list into several papers.
book-error = The workbook cannot be made: { $message }
book-error-help = The list is too large for a workbook, or two of its sheets have one name; split the list into several.
own-words-no-toml = The file is no TOML: { $message }
own-words-unknown = This paper has no words “{ $key }”
own-words-shape = The words “{ $key }” are not of the shape of the program's own (a string, or a list of the same length)
own-words-place = The words “{ $key }” have a place { $place } that this paper does not fill
paper-of-nobody = “{ $title }” has an empty list
paper-of-nobody-help = Write at least one case into the list; `phongtrao press { $kind } --example` shows one.
