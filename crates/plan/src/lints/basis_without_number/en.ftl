basis-without-number = The basis “{ $basis }” has neither number nor date
basis-without-number-help = Give number and symbol, date, and who issued it.
