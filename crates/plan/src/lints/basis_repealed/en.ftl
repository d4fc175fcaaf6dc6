basis-repealed = { $number } was in force to { $last }, before the day of issue { $issued }
basis-repealed-help = It was replaced by { $successor }. Hold the text against that and mend the basis.
basis-repealed-nothing = Find the document that is in force and mend the basis.
