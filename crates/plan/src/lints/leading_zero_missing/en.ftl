leading-zero-missing = The leading zero is missing: “{ $figure }”
leading-zero-missing-help = Numbers and days below 10 and the months 1 and 2 are written with a zero before them.
leading-zero-missing-fix = Put the zero before it
