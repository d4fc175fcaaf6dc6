sheet-too-large = the file is larger than any table that can be read
sheet-too-large-help = Split the table, or leave out what is not needed.
sheet-not-utf8 = the file is not in UTF-8: letters with marks can't be read from here on
sheet-not-utf8-help = Save it again as “CSV UTF-8”.
sheet-open-quote = the quote that opens here is never closed, so that all rows after it are one cell
sheet-open-quote-help = Close the quote at the end of the cell, or take it away; a quote within a cell is written twice.
