award-without-authority = “{ $award }” does not say who decides on it
award-without-authority-help = Name who decides, as in “Giấy khen của Hiệu trưởng”.
