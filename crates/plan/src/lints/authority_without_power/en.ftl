authority-without-power = { $authority } has no power to give “{ $honour }” ({ $source })
authority-without-power-help = Take another form (such as Giấy khen), or say that the authority with the power is asked for it.
