pack-unreadable = The rule pack { $pack } can't be read: { $error }
pack-unreadable-help = Mend the place that is shown; every entry needs its source.
