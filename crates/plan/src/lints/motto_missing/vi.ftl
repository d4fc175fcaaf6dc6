motto-missing = Văn bản không có Quốc hiệu và Tiêu ngữ
motto-missing-help = Thêm Quốc hiệu và Tiêu ngữ ở bên phải đầu trang (văn bản của Đảng, Đoàn: tiêu đề của tổ chức).
