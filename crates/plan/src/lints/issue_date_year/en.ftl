issue-date-year = The text is dated { $date }, but all that it plans lies at the beginning of { $year }
issue-date-year-help = Look at the year of the date of issue; at the turn of the year the old one is easily written.
