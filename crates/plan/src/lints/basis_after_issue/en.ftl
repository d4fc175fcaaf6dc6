basis-after-issue = The basis { $basis } of { $date } is later than the day of issue { $issued }
basis-after-issue-help = Mend the date of the basis, or the day of issue.
