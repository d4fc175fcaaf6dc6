number-blank = The document has no number
number-blank-help = The clerk gives it when the text is issued; in a draft this may stand.
