# The frame of the drawings of findings.
severity-error = error
severity-warning = warning
severity-note = note
help = help
fix = can be fixed
several-lines = { $first } … { $last }
count-of-findings = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}
nothing-found = Nothing was found.
page-title = Findings in { $file }
page-title-of-several = Findings in { $files } files
page-counted-errors = errors to mend
page-counted-warnings = places to look at
page-counted-notes = notes
page-text = Text
page-findings = Findings
page-line = line { $line }
