abbreviation-unexplained = The abbreviation “{ $abbreviation }” has not been explained
abbreviation-unexplained-help = Write it out the first time, with “(sau đây viết tắt là { $abbreviation })” behind it.
