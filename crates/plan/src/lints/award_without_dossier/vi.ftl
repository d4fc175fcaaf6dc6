award-without-dossier = “{ $award }” không nói hồ sơ đề nghị gồm những gì
award-without-dossier-help = Liệt kê thành phần hồ sơ, hoặc dẫn tới văn bản quy định.
