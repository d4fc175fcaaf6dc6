# What is wrong with a plan.toml.

file-bad-date = “{ $text }” is no date
file-bad-value = the value of “{ $key }” is none of those allowed
file-day-help = write a day as "2025-08-30"
file-duplicate-id = the id “{ $id }” is taken
file-duplicate-id-help = every entry of a table needs an id of its own
file-expected-amount = write a whole number, or text in quotes
file-expected-count = write a whole number, not below 0, without quotes
file-expected-flag = write true or false
file-expected-number = write a whole number without quotes
file-expected-percentage = write a percentage from 0 to 100: 15, 12.5 or "15%"
file-expected-quota = write a number, the text's words in quotes, or {"{"} percent = 15 {"}"}
file-expected-ranks = write the id of a criterion in quotes, a number in braces, or a list of both: ["a", {"{"} kind = "count", of = "b" {"}"}]
file-expected-record = write the keys in braces: {"{"} key = "value" {"}"}
file-expected-records = write a list of braces: [{"{"} key = "value" {"}"}]
file-expected-rule = write the criterion in braces: {"{"} kind = "count", of = "…", min = 1 {"}"}
file-expected-some = write one id in quotes, or a list: ["a", "b"]
file-expected-text = write text in quotes
file-expected-texts = write a list of texts: ["a", "b"]
file-first-here = first used here
file-format-help = the file has another format: update the program, or make the file again from the text
file-format-missing = the number of the file's format is missing
file-format-missing-help = add the first line: format = { $format }
file-format-unsupported = this program reads format { $format } only
file-keys-help = keys that can be used: { $keys } (table “{ $table }”)
file-level = the level of the lint “{ $lint }” is none
file-level-help = write "off", "note", "warn" or "error"
file-many-help = write each entry under a line [[{ $table }]]
file-missing-key = the key “{ $key }” is missing in the table “{ $table }”
file-missing-key-help = add a line: { $key } = …
file-more-findings = only the first { $most } findings are shown
file-nearest = did you mean “{ $name }”?
file-one-help = write one table under the line [{ $table }]
file-recurs = the date “{ $date }” and the recurrence “{ $recurs }” disagree
file-recurs-help = write "--11-30" for every year, "---20" for every month, "quarterly" for every quarter; or leave recurs out
file-reference-help = add an entry [[{ $table }]] with this id, or mend the id
file-syntax = not TOML: { $detail }
file-syntax-help = look at quotes, brackets and equals signs on this line and the one before
file-tables-help = tables that can be used: { $tables }
file-too-large = the file is larger than { $megabytes } MB and was not read
file-too-large-help = a plan has some hundred kB: is this the right file?
file-unknown-guess = “{ $key }” in guessed is no key of the table “{ $table }”
file-unknown-key = no key “{ $key }” in the table “{ $table }”
file-unknown-lint = no lint has the name “{ $lint }”
file-unknown-reference = no entry “{ $id }” in the table “{ $table }”
file-unknown-table = no table has the name “{ $table }”
file-values-help = values that can be used: { $values }
file-when-help = write what the text says: "2025-08-30", "2025-08", "2025-Q3", "2025", "2023-2024" (school year), "--11-30" or "--07" (every year), "---20" (every month), "quarterly"
file-wrong-shape = “{ $table }” is not written as a table
file-wrong-type = the value of “{ $key }” has the wrong type
