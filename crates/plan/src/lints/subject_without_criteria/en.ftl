subject-without-criteria = The subject “{ $subject }” has no criteria
subject-without-criteria-help = Write criteria for this subject, or take it out of the plan.
