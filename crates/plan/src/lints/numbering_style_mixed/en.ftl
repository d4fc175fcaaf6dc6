numbering-style-mixed = One series is numbered in different ways: “{ $label }” after “{ $before }”
numbering-style-mixed-help = Use one way for the whole series: clauses “1.”, points “a)”.
numbering-style-mixed-before = It is written another way here
