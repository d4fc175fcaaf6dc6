motto-misspelled = The motto is not written as it should be: “{ $motto }”
motto-misspelled-help = Write “{ $right }”: a capital at the head of each phrase, hyphens with spaces between them.
motto-misspelled-fix = Write “{ $right }”
