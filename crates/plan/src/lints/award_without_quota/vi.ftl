award-without-quota = “{ $award }” không nói số lượng
award-without-quota-help = Ghi số lượng hoặc tỷ lệ, nơi tính tỷ lệ, hoặc dẫn tới văn bản quy định số lượng.
