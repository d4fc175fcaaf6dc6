recipient-without-task = { $who } gets the plan to carry it out, and the plan gives it nothing to do
recipient-without-task-help = Give it a task, or change what it gets the plan for (to know, to coordinate).
