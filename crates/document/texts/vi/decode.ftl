old-encoding = Văn bản dùng bảng mã { $name }, đã được chuyển sang Unicode.
old-encoding-help = Đối chiếu một lần chữ hoa và ký tự đặc biệt với bản gốc, rồi lưu tệp ở bảng mã Unicode (UTF-8).
damaged-bytes = Có { $count } chỗ mang mã không thuộc bảng mã nào.
damaged-bytes-help = Chỗ đầu tiên được đánh dấu; hãy lấy lại văn bản từ bản gốc.
control-characters = Đã bỏ { $count } ký tự điều khiển.
look-alike-letters = Có { $count } chữ nước ngoài trông giống chữ Đ, đã được hiểu là chữ Đ.
