authority-without-power = { $authority } không có thẩm quyền tặng “{ $honour }” ({ $source })
authority-without-power-help = Đổi hình thức (ví dụ Giấy khen), hoặc viết là đề nghị cấp có thẩm quyền tặng.
