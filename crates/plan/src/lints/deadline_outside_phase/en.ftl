deadline-outside-phase = { $day } lies after the end of “{ $phase }” on { $limit }
deadline-outside-phase-help = Mend the date of the activity, or the dates of the phase.
