date-blank = The document has no whole date of issue
date-blank-help = Write day, month and year when it is signed; deadlines and the validity of its bases count from that day.
