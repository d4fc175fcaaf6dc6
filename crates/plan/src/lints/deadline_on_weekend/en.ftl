deadline-on-weekend = The deadline { $day } is a { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
deadline-on-weekend-help = The working day before is { $before }: take that, or say that the office is open.
