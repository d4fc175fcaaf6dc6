award-without-round = “{ $award }” does not say when it is judged
award-without-round-help = Name the round and the date for files: every year, interim, final.
