task-without-date = { $count } nhiệm vụ có sản phẩm không có thời hạn: { $units }
task-without-date-help = Ghi ngày phải xong, hoặc kỳ lặp lại (hằng tháng, hằng quý).
