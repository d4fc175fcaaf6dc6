import-about = Bring a list from an Excel or CSV file into the data folder (docs/import.md)
import-file-help = An .xlsx or .csv file
import-as-help = What the list is: people (with their posts), units, ledger (past awards), ratings, registrations, records, meetings (results of meetings) … a table of docs/data.md
import-sheet-help = The worksheet that holds the list
import-column-help = Which field column D, or the column of that header, is, where it was taken for another; "D=-" passes over it
import-set-help = A value for all rows where the file has no such column, as "year=2025"
import-plan-help = A plan (plan.toml), to find awards by their names
import-create-units-help = Add units that the data do not have
import-update-help = Change rows that are there to what the file says
import-trust-days-help = All dates of the file are right: day and month have not changed places
import-dry-run-help = Preview only, nothing is written
import-out-help = Where the copy with notes on wrong cells goes; without it beside the file, with .noted in its name
import-bad-column = “{ $said }” is not understood: write the letters or the header of the column, an equals sign, the field, as D=name
import-bad-set = “{ $said }” is not understood: write the field, an equals sign, the value, as year=2025
import-page-found = Worksheet “{ $page }”: header in row { $header }, { $rows } rows.
import-table-found = Header in row { $header }, { $rows } rows.
import-column = Col.
import-header = Header in the file
import-taken-for = Taken for
import-samples = Values
import-bad = Wrong
import-more-notes = { $count ->
    [one] … and one more cell
   *[other] … and { $count } more cells
}
import-counts = { $added ->
    [one] { $table }: 1 row added, { $updated } changed, { $same } there already
   *[other] { $table }: { $added } rows added, { $updated } changed, { $same } there already
}
import-dry-run = Preview: nothing was written.
import-nothing-written = Nothing was written into the data.
import-nothing-new = Nothing is new.
import-written = Written into { $folder }.
import-noted = A copy with a note on each cell to mend: { $path }
import-author = Phong Trào
import-notes-column = Notes
