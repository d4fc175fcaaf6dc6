date-blank = Văn bản chưa có ngày ban hành đầy đủ
date-blank-help = Ghi đủ ngày, tháng, năm khi ký; hạn và hiệu lực của căn cứ đều tính từ ngày ấy.
