check-about = Looks for faults in official texts or in a plan.toml (0: no errors, 1: errors, 2: could not read)
check-files-help = Official texts, a plan.toml, or folders that hold texts
check-format-help = How the findings are drawn
check-level-help = Change the level of a lint, as doubled-word=off
check-fix-help = Mend what can be mended without change of meaning (text files and plan.toml)
level-unknown = The level “{ $level }” is not understood: write NAME=off, note, warn or error; phongtrao explain lists the names
fix-only-text = { $file }: only UTF-8 text files and plan.toml can be mended; mend the original where it is shown
explain-about = Explains a lint: what it looks for, why, what to do; without a name lists all
explain-lint-help = Name of the lint, as deadline-before-issue
lint-unknown = There is no lint named “{ $lint }”; phongtrao explain lists all
fmt-about = Puts a plan.toml in the usual order, comments kept
fmt-files-help = plan.toml files
fmt-check-help = Only tell which files are out of order, write nothing
fmt-out-of-order = { $file }: out of order
demo-about = Shows the first example: the faults of the text, the plan that comes out, the results of a round and why, its papers
demo-once-help = Run once and exit
demo-findings = Faults of the text { $file }:
demo-plan = The plan that runs, taken out of that text:
demo-results = The yearly round of the finished plan, on the data of the example (all people and units are invented):
demo-papers = The whole round with its votes, down to its papers:
demo-why = Why { $subject } does not meet it:
demo-next = Try your own text and data: phongtrao check FILE.docx, phongtrao read FILE.docx, phongtrao run FILE.plan.toml --data DIR --out OUT
