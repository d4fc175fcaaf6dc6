quotation-unclosed = Dấu mở “{ $mark }” không có dấu đóng
quotation-unclosed-help = Thêm dấu đóng ở cuối phần trích hoặc phần chú thích.
