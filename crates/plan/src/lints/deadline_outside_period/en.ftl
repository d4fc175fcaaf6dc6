deadline-outside-period = { $day } lies after the end of the plan on { $limit }
deadline-outside-period-help = Mend the date of the activity, or the period of the whole plan.
deadline-outside-period-early = { $day } lies before the beginning of the plan on { $limit }
