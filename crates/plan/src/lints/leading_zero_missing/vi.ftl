leading-zero-missing = Thiếu số 0 phía trước: “{ $figure }”
leading-zero-missing-help = Số văn bản và ngày nhỏ hơn 10, tháng 1 và 2 ghi thêm số 0 phía trước.
leading-zero-missing-fix = Thêm số 0 phía trước
