import-table = there is no table “{ $table }”
import-table-help = After --as name one of the tables: { $tables }.
import-no-sheet = the file has no worksheet “{ $name }”
import-no-sheet-help = Its worksheets: { $names }.
import-several-sheets = several worksheets have such a list: { $names }
import-several-sheets-help = Choose one: --sheet "{ $first }".
import-no-header = no header row was found (worksheet “{ $page }”)
import-no-header-help = The header stands in the first 60 rows and names columns such as: { $columns }. Where a column has another name: --column "HEADER=NAME", for example --column "Who was scored={ $first }". --sheet chooses another worksheet.
import-no-column = the list has no column called “{ $header }”
import-no-column-help = The columns of the list: { $columns }.
import-two-columns = column { $first } and column { $second } were both taken for { $field }
import-two-columns-help = Pass over one: --column "{ $second }=-", or say what it is: --column "{ $second }=NAME".
import-no-field = this table has no field “{ $field }”
import-no-field-nearest = Did you mean “{ $near }”? The fields: { $all }.
import-no-field-help = The fields: { $all }.
import-missing = the list lacks columns that are required: { $names }
import-missing-help = If the column is there under another name: --column "D={ $name }". If it is the same in all rows: --set "{ $name }=VALUE".
import-missing-help-words = If the column is there under another name: --column "D={ $name }". If it is the same in all rows: --set "{ $name }=VALUE". Its cells say: { $words }.
import-missing-help-year = The title above says { $year }: if that holds for all rows, add --set "year={ $year }".
import-no-rows = the list has no rows
import-no-rows-help = Look at the worksheet and its header row.
import-into-workbook = the table in the data folder is { $workbook }; the program does not write into Excel files
import-into-workbook-help = Save { $workbook } as { $csv } (CSV UTF-8) and take the Excel file out of the folder.
import-folder = the data folder would be wrong with this list in it
import-folder-help = Nothing was written. Look at the list beside the data folder.
import-of-name = name of the person or unit, to find whom the row is of
import-of-unit = unit, to tell people of one name apart
import-of-born = date of birth, to tell people of one name apart
import-family = family and middle name
import-given = given name
import-male = male (a mark or the date of birth)
import-female = female (a mark or the date of birth)
import-ordinal = row number, not taken
import-passed-over = not taken
import-not-kept = not taken: personal facts that the work does not need
import-unknown-column = not understood, not taken
import-rows-title = row { $rows }: title, not taken
import-rows-numbers = row { $rows }: numbers of columns, not taken
import-rows-unit = row { $rows }: headings, taken for the unit of the rows below
import-rows-heading = row { $rows }: headings, not taken
import-rows-total = row { $rows }: totals, not taken
import-rows-signature = row { $rows }: signatures below the list, not taken
import-rows-empty = row { $rows }: nothing in the columns that are taken
import-capitals = { $count ->
    [one] 1 name in capitals or small letters throughout was written as names are: { $example }
   *[other] { $count } names in capitals or small letters throughout were written as names are, as { $example }
}
import-serial = { $count ->
    [one] 1 day written as Excel's number: { $example }
   *[other] { $count } days written as Excel's numbers, as { $example }
}
import-short-year = { $count ->
    [one] 1 day with a year of two figures, read as Excel reads it (00–29 is 20…, 30–99 is 19…): { $example }
   *[other] { $count } days with a year of two figures, read as Excel reads them (00–29 is 20…, 30–99 is 19…), as { $example }
}
import-year-only = { $count ->
    [one] 1 person with only the year of birth: the date stays empty
   *[other] { $count } people with only the year of birth: the date stays empty
}
import-code = { $count ->
    [one] 1 cell looked up in lists of codes on other worksheets: { $example }
   *[other] { $count } cells looked up in lists of codes on other worksheets, as { $example }
}
import-found = { $count ->
    [one] 1 row without a code, found by name: { $example }
   *[other] { $count } rows without a code, found by name, as { $example }
}
import-bare = { $count ->
    [one] 1 code with other capitals or without the noughts before it, recognised: { $example }
   *[other] { $count } codes with other capitals or without the noughts before them, recognised, as { $example }
}
import-made-id = { $count ->
    [one] 1 row was given a new id: { $example }
   *[other] { $count } rows were given a new id, as { $example }
}
import-new-unit = { $count ->
    [one] 1 new unit: { $example }
   *[other] { $count } new units, as { $example }
}
import-formula = the formula in this cell fails ({ $error })
import-formula-help = Mend the formula, or write the value.
import-no-day-help = Write day, month and year: 30/8/2026.
import-no-such-day = the calendar has no day “{ $day }”
import-month-first = “{ $day }” has the month first
import-month-first-help = Write the day first: { $right }. Look at the other dates of the column too.
import-only-month = “{ $day }” is a month only; column { $column } needs the day
import-only-month-help = Write day, month and year as the document has them.
import-only-year = “{ $day }” is a year only; column { $column } needs the day
import-only-year-help = Write day, month and year as the document has them, or leave it empty where that is allowed.
import-swapped = { $day } may be { $swapped }: day and month have changed places
import-swapped-help = In this column dates after the 12th are text and those up to the 12th are Excel's dates: the month was read first. Mend them, or, if all are right, add --trust-days.
import-several = “{ $cell }” can be several: { $found }
import-several-help = Write which of them it is.
import-no-word = “{ $cell }” is no word that column { $column } uses
import-no-word-help = The column holds: { $meaning }
import-no-honour = no title or commendation is called “{ $cell }”
import-no-honour-nearest = Did you mean “{ $name }” (id { $id })?
import-no-honour-help = Write its full name as in the Law, or its id from phongtrao rules list.
import-no-award-help = Write the id of the award in the plan (plan.toml); or add --plan plan.toml to find it by name.
import-no-criterion = no criterion that a person attests is called “{ $cell }”
import-no-criterion-nearest = Did you mean “{ $name }” (id { $id })? The criteria: { $all }.
import-no-criterion-help = Write the id or the name of a criterion; --plan plan.toml adds those of the plan. The criteria: { $all }.
import-no-level = no scale has a level “{ $cell }”
import-no-level-help = The levels: { $levels }.
import-several-scales = several scales have a level “{ $cell }”: { $scales }
import-several-scales-help = Choose one for the whole list: --set "scale={ $first }".
import-share = is “{ $number }” { $number } % or { $number } of one?
import-share-help = Write it with the percent sign: 40 %.
import-count-became-day = the cell of the column { $column } is the day { $day } and no number
import-count-became-day-help = Excel makes a day of what is typed as 9/11. Give the column the format Text and type it again, or write the number alone.
import-part = “{ $cell }” does not say what the { $all } are
import-part-help = Add a column, or say it for the whole list: --set "members={ $all }" for members, --set "issued={ $all }" for ballots handed out, --set "returned={ $all }" for ballots that came back.
import-no-rank = “{ $cell }” is no code of a rank
import-no-rank-help = Write 1// (major), 4/ (senior captain), 3/-CN, or write it in words.
import-both-sexes = both the male and the female column have a value
import-both-sexes-help = Keep one.
import-nobody = this row has neither code nor name
import-nobody-help = Write a code or a name; delete the row if it is none of the list.
import-other-name = code { $code } is that of { $known }, not of { $name }
import-other-name-help = Correct the code or the name.
import-several-people = “{ $name }” can be several: { $ids }
import-several-people-help = Write the code, or add unit and date of birth to tell them apart.
import-unknown = the data have no “{ $name }”
import-unknown-nearest = Did you mean { $name } (id { $id })? Make them agree, or write the code.
import-unknown-help = Write the code or name as in the data; import new people and units first.
import-unknown-unit = the data have no unit “{ $name }”
import-unknown-unit-help = Make the name agree; import a new unit first, or add --create-units.
import-needs-code = no id of their own can be made for { $name }
import-needs-code-help = Add a column of codes, or whole dates of birth to tell people of one name apart.
import-twice = this row says the same as row { $row }
import-twice-help = Keep one; if they are two people or two things, write codes to tell them apart.
import-differs = the data say “{ $old }”, this says “{ $new }”
import-differs-help = If this is right, add --update to change the data; if not, correct it here.
import-no-choice-help = Write one of these: { $words }.
import-award-for = { $count } cells name what several awards of the plan are called: taken by whom the row is of, as { $example }
