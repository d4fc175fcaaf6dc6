blank-left-open = Chỗ trống chưa điền: “{ $blank }”
blank-left-open-help = Điền số, ngày hoặc tên còn thiếu trước khi ký.
