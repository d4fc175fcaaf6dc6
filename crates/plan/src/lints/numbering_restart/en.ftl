numbering-restart = “{ $label }” comes after “{ $before }” in one series
numbering-restart-help = Number on; two parts with one number can’t be referred to.
numbering-restart-before = the part before
