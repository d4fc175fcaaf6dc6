closing-mark-missing = Hết nội dung mà không có dấu “./.”
closing-mark-missing-help = Thêm “./.” sau chữ cuối cùng của nội dung.
closing-mark-missing-fix = Thay dấu chấm cuối bằng “./.”
