day-that-does-not-exist = “{ $words }”: lịch không có ngày này
day-that-does-not-exist-help = Xem lại ngày, tháng, rồi ghi ngày có thật.
