number-blank = Văn bản chưa có số
number-blank-help = Văn thư cấp số khi ban hành; bản dự thảo thì bỏ qua cảnh báo này.
