task-without-date = “{ $unit }” has { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
 } and no date for any
task-without-date-help = Give a date, or say that it is a standing task.
