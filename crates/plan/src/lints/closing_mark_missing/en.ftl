closing-mark-missing = The text ends without the mark “./.”
closing-mark-missing-help = Write “./.” after the last word of the text.
closing-mark-missing-fix = Write “./.” for the last full stop
