# The command press: one paper.
press-about = Set one paper out of a file with its fields
press-data-help = TOML file with the paper's fields; without it an example is printed
press-emblem-help = Picture of the emblem (PNG) on certificates; without it its room stays blank
press-example-help = Print an example of this kind of paper
press-explain-help = Explain this kind of paper: what it is for, its fields, its source
press-kind-help = Kind of paper; without it the kinds are listed
press-made-on-help = Day on which the file is made (default: today)
press-out-help = Result, .pdf or .docx by its ending; can be given several times
press-sheets-help = Sheets in a file at most: certificates of many are split into numbered files
press-standard-help = PDF/A standard for keeping: a2a, or a1b for older archives
press-template-help = Own template (Typst) in place of the program's
press-unknown-kind = There is no kind of paper “{ $name }”; there are: { $known }
