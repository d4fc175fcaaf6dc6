day-that-does-not-exist = “{ $words }”: no calendar has this day
day-that-does-not-exist-help = Look up day and month, and write a day that there is.
