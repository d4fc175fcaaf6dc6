threshold-words-missing = A threshold lacks words: “{ $words }”
threshold-words-missing-help = Probably “{ $meant }” is meant; write it out, so that the level is known.
threshold-words-missing-level = “{ $words }” with no level before it
threshold-words-missing-level-help = Write the rating, number, share or rank before “or more”, “or less”.
