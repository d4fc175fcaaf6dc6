doubled-word = The word “{ $word }” stands twice in a row
doubled-word-help = Take one away, or write the right word if one of them is a slip.
doubled-word-fix = Take the second “{ $word }” away
