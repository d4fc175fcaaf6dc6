criterion-unmeasurable = Nobody can measure this: “{ $criterion }”
criterion-unmeasurable-help = State a number, a date, a paper or a rating; or who attests it.
