data-help = Folder of the organisation's data (docs/data.md)
ledger-about = The ledger of awards and ratings: adds past awards, finds contradictions, tells the history of a person
ledger-achieved = achievement { $from } – { $to }
ledger-added = { $added ->
    [one] 1 award
   *[other] { $added } awards
} added; { $duplicates } there already
ledger-check-about = Looks for contradictions in the ledger (0: no errors, 1: errors)
ledger-dry-run-help = Only tell what would be added
ledger-empty = No awards and ratings are written down.
ledger-explain-about = Tells what a person, unit or household got, year by year, and where each line comes from
ledger-format-help = How it is drawn
ledger-import-about = Adds past awards that never passed through the program: whole, or not at all
ledger-import-file-help = CSV or XLSX with the columns of the ledger; the column id may be missing
ledger-no-year = Without year
ledger-nobody = nobody has the id or the name “{ $name }”
ledger-nothing-added = Nothing was added.
ledger-of-unit = from { $unit }, whose successor it is
ledger-posthumous = posthumously
ledger-rated = rating: { $level }
ledger-recovered = revoked and given back
ledger-revoked = revoked
ledger-school-year = School year { $first }-{ $second }
ledger-several = several have the name “{ $name }”; say which by the id: { $ids }
ledger-statistics-year = Year of statistics { $year }
ledger-subject-help = Id or name of a person, unit or household
ledger-would-add = { $added ->
    [one] 1 award
   *[other] { $added } awards
} would be added; { $duplicates } there already
ledger-year = Year { $year }
