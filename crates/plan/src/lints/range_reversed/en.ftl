range-reversed = The period begins on { $from } and ends on { $to }
range-reversed-help = Change the two about, or mend the day, month or year that is a slip.
