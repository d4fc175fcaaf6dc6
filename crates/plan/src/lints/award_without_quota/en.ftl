award-without-quota = “{ $award }” does not say how many
award-without-quota-help = State the number or the share, of what, or name the document that sets it.
