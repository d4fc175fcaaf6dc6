basis-date-wrong = { $number } is cited with { $cited }; it was issued on { $right }
basis-date-wrong-help = Hold it against the document and mend the date or the number.
