task-without-unit = Nobody is named for the task: “{ $task }”
task-without-unit-help = Give it to a body, or take it out.
