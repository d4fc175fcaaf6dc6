basis-amended = { $number } had been amended by { $by }, which the plan does not name
basis-amended-help = Add the amending document to the bases, after holding the text against it.
