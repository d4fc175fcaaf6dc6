motto-missing = The document has no national name and motto
motto-missing-help = Add them at the right of the head (texts of the Party or the Youth Union: their own heading).
