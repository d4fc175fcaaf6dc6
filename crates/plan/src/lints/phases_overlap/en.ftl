phases-overlap = “{ $second }” begins on { $begins }, while “{ $first }” only ends on { $ends }
phases-overlap-help = Mend the dates so that the two do not overlap, or say that they run side by side.
