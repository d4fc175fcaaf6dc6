task-without-date = { $count ->
    [one] 1 task
   *[other] { $count } tasks
 } to hand something over, and no date: { $units }
task-without-date-help = State the day by which it is done, or how often it comes back.
