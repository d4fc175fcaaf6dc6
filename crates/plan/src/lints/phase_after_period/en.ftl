phase-after-period = “{ $phase }” ends on { $day }, after the end of the movement on { $limit }
phase-after-period-help = Mend the dates of the phase, or those of the movement.
phase-after-period-early = “{ $phase }” begins on { $day }, before the movement begins on { $limit }
