title-misspelled = “{ $printed }” is spelled unlike its name in the Law: “{ $name }”
title-misspelled-help = Spell the title or commendation as the Law on Emulation and Commendation does.
title-misspelled-fix = write “{ $name }”
