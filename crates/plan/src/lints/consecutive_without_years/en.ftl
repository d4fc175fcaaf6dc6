consecutive-without-years = “{ $criterion }” asks for it without a break, and does not say for how many years
consecutive-without-years-help = State the number of years (or times), and up to which year they count.
