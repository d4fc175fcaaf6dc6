award-without-criteria = “{ $award }” has no criteria to judge by
award-without-criteria-help = State the criteria for each subject, or name the document that does.
