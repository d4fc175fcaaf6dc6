title-called-commendation = “{ $name }” is an emulation title, not a form of commendation
title-called-commendation-reverse = “{ $name }” is a form of commendation, not a title
title-called-commendation-help = Call it what it is: titles and commendations differ in standards, files and money.
