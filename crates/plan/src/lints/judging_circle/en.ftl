judging-circle = these awards wait for each other in a circle: { $awards }
judging-circle-help = Take one condition away, so that one of them can be judged first.
