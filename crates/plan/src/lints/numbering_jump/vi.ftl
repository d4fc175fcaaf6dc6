numbering-jump = “{ $label }” đứng đây mà không có số liền trước nó
numbering-jump-help = Đánh số lại, hoặc thêm phần còn thiếu; rồi xem các chỗ dẫn tới phần này.
