award-without-criteria = “{ $award }” không có tiêu chuẩn, tiêu chí để xét
award-without-criteria-help = Nêu tiêu chuẩn cho từng đối tượng, hoặc dẫn tới văn bản quy định tiêu chuẩn.
