sample-about = Tạo dữ liệu giả định: một thư mục dữ liệu (--data), hoặc một quần thể dạng cột (Parquet)
sample-people-help = Số người
sample-seed-help = Hạt giống: cùng một số thì cho cùng dữ liệu, từng byte, trên mọi máy
sample-out-help = Thư mục dữ liệu, hoặc tệp .parquet
sample-kind-help = Tổ chức nào: trường đại học (university), trường quân đội (military), hội (association), tỉnh (province)
sample-population-help = Chỉ tạo một quần thể dạng cột: mười chỉ số (flat), hoặc tháng, danh hiệu, xếp loại (deep)
sample-units-help = Ghi thêm bảng đơn vị (xã, tỉnh, cả nước) của quần thể vào tệp CSV này, để cộng kết quả lên
sample-written = Đã ghi { $file }
