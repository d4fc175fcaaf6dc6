interim-called-final = Việc đánh giá giai đoạn đến năm { $year } chỗ gọi là tổng kết, chỗ gọi là sơ kết
interim-called-final-help = Dùng một tên cho một việc: giữa chừng là sơ kết, khi kết thúc là tổng kết.
interim-called-final-interim = Ở đây gọi là sơ kết
