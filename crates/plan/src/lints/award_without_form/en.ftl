award-without-form = “{ $heading }” names no title and no form of commendation
award-without-form-help = Name the title or form (Giấy khen, Bằng khen …) and the authority that gives it.
