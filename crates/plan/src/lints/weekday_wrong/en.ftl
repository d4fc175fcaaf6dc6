weekday-wrong = { $day } is a { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, not the day of the week beside it
weekday-wrong-help = Look at a calendar: mend the date or the day of the week; at times the year is a slip.
