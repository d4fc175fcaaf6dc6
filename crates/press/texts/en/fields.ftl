# Fields of a paper in a TOML file.
ballots-impossible = The numbers of ballots do not add up.
ballots-impossible-help = Not more ballots come back (returned) than were handed out (issued); valid and invalid ones together are those that came back.
field-empty = This field is empty.
field-empty-help = Write between the quotes what belongs there; the form requires it.
field-kind-help = Write a day as "2026-08-30" (in quotes), a number without signs that group figures, a list in square brackets.
field-missing = The field “{ $field }” is missing; the form requires it.
field-missing-help = Add `{ $field } = …`; `phongtrao press KIND --example` shows one.
field-syntax = This is no TOML: { $message }
field-syntax-help = Look at the quotes and the equals sign in this line.
field-unknown = This paper has no field “{ $field }”.
field-unknown-help = Fields that it has here: { $known }.
list-empty = This is an empty list.
list-empty-help = A paper on nobody is none: write an entry at least.
rate-impossible = The rates pay { $award } to { $paid }; the list has { $honoured } of that kind.
rate-impossible-help = Mend `bonus.rates` or the list; a rate names the award as the list does.
total-impossible = The sum of the bonus is { $total }; the rates come to { $sum }.
total-impossible-help = Mend `bonus.total` or `bonus.rates`; without `bonus.total` the sum of the rates is printed.
votes-impossible = More votes for than the number of which their share is taken.
votes-impossible-help = Write `agreed` not greater than `of`.
field-kind = The value is of another kind: asked here is { $expected ->
    [text] text in quotes
    [number] a whole number
    [flag] true or false
    [list] a list in square brackets
    [table] a table with fields
   *[other] another value
}.
field-length = This list has { $length } entries; that is not how many the field takes.
field-length-help = `phongtrao press KIND --example` shows one.
field-bounds = A number from { $least } to { $most } is asked here.
field-bounds-help = Look at the figure and its unit: millimetres, size of letters in points, points of a score.
field-twice = A field stands here twice.
field-word = “{ $word }” is no word that is taken here.
field-word-help = Write one of these: { $known }.
