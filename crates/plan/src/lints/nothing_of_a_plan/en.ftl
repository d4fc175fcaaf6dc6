nothing-of-a-plan = Nothing of a plan could be read in this file
nothing-of-a-plan-help = See whether it is the right file: the text must say purposes, subjects, criteria, awards, tasks or a period.
