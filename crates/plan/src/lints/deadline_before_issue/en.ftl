deadline-before-issue = The deadline { $day } was over when the text was issued, on { $issued }
deadline-before-issue-help = Look at the date again, at its year first; what is done already needs no deadline.
