award-without-round = “{ $award }” không nói xét vào kỳ nào
award-without-round-help = Nêu kỳ xét và hạn gửi hồ sơ, ví dụ hằng năm, sơ kết, tổng kết.
