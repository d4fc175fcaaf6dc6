# What is wrong with a completion of a plan.

completion-needed-help = write a completion with [[{ $table }]] entries and name it with --complete (docs/plan-toml.md, "A completion"); `phongtrao read` shows what the text gives
completion-needs = the text gives no [[{ $table }]] that can be judged
completion-nothing-to-drop = there is no entry of [[{ $table }]] to leave out here
completion-nothing-to-drop-help = name it by the clause or the id that `phongtrao read` gives it
completion-other-text = this completion was written for another text
completion-other-text-help = look through it beside the new text, then write sha256 = "{ $hash }" or leave the table out
completion-unknown-clause = the text has no clause “{ $clause }”
completion-unknown-clause-help = addresses are labels joined by dots, as in C.III.2.b; `phongtrao read` writes the clause of each entry
