signatory-blank = There is no name of who signs
signatory-blank-help = Write office and full name of who signs.
