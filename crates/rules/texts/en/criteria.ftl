# What is wrong with a criterion in the language of criteria.

rule-bad-span = “{ $text }” is no span of time
rule-bad-span-help = write "round", "calendar-year", "school-year", "statistics-year", "calendar-year-1" (the year before), "3 calendar-years", "phase:ID", "plan" or "ever"
rule-bad-value = the value of “{ $key }” is none of those allowed
rule-bands-order = the band from { $from } stands after the band from { $before }
rule-bands-order-help = put the bands in rising order, each once
rule-case-values = the case “{ $case }” has { $count } values, but the limit depends on { $keys } keys
rule-case-values-help = write one value for each key, in the order of by, with commas between: "highland,first-year"
rule-empty = “{ $key }” holds nothing
rule-expected-after = write the earlier award in braces: after = {"{"} of = "id of the honour" {"}"}
rule-expected-bands = write each band in braces: {"{"} from = 80, points = 10 {"}"}
rule-expected-cases = write the cases in braces: cases = {"{"} highland = 60, lowland = 80 {"}"}
rule-expected-flag = write true or false
rule-expected-limit = write a number, or {"{"} by = "…", cases = {"{"} … {"}"}, otherwise = … {"}"}
rule-expected-list = write a list in brackets: [ …, … ]
rule-expected-number = write a number of up to three places: 8 or 8.5
rule-expected-quantity = write a number, or a quantity in braces: {"{"} kind = "count", of = "…" {"}"}
rule-expected-rule = write the criterion in braces: {"{"} kind = "count", of = "…", min = 1 {"}"}
rule-expected-text = write text in quotes
rule-expected-texts = write one id in quotes, or a list: ["a", "b"]
rule-expected-whole = write a whole number of at least 1
rule-keys = keys that can be used: { $keys }
rule-known-names = what can be used: { $names }
rule-limits-crossed = the least value { $min } is greater than the greatest { $max }
rule-limits-crossed-help = nobody can meet both: mend one of them
rule-missing-key = the key “{ $key }” is missing
rule-missing-key-help = add { $key } = …
rule-more-than-all = { $least } conditions are asked for, but there are only { $count }
rule-more-than-all-help = lower the number in least, or add conditions to the list of
rule-nearest = did you mean “{ $name }”?
rule-no-limit = “{ $kind }” measures, but nothing has to be reached
rule-no-limit-help = add min = … or max = …
rule-no-such-names = no such names are given here yet
rule-not-a-number = a number or a quantity must stand here
rule-not-a-table = a criterion must stand here
rule-percentage = { $number } is no percentage
rule-percentage-help = a percentage lies between 0 and 100
rule-percentage-of-number = a percentage is asked of a number that is counted
rule-percentage-of-number-help = leave the % out, or measure a share: add how = "share"
rule-test-for-number = “{ $kind }” is a condition that is met or not, not a number
rule-test-for-number-help = give points by a condition: {"{"} kind = "if", rule = {"{"} … {"}"}, points = 5 {"}"}
rule-too-deep = the criterion is nested deeper than { $most } levels
rule-too-deep-help = make several criteria of it
rule-unknown-key = no key “{ $key }” in “{ $kind }”
rule-unknown-kind = no kind of criterion is called “{ $kind }”
rule-unknown-reference = nothing has the name “{ $name }”
rule-wrong-type = the value of “{ $key }” has the wrong type
