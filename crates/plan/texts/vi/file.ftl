# What is wrong with a plan.toml.

file-bad-date = “{ $text }” không phải là ngày tháng
file-bad-value = giá trị của “{ $key }” không thuộc danh sách cho phép
file-day-help = ghi ngày theo dạng "2025-08-30"
file-duplicate-id = mã “{ $id }” đã được dùng
file-duplicate-id-help = mỗi mục trong cùng bảng cần một mã riêng
file-expected-amount = ghi số nguyên, hoặc chữ trong ngoặc kép
file-expected-count = viết một số nguyên không âm, không đặt trong dấu ngoặc kép
file-expected-flag = ghi true hoặc false
file-expected-number = ghi số nguyên, không có ngoặc kép
file-expected-percentage = viết tỷ lệ phần trăm từ 0 đến 100: 15, 12.5 hoặc "15%"
file-expected-quota = viết một số, lời văn bản trong dấu ngoặc kép, hoặc {"{"} percent = 15 {"}"}
file-expected-ranks = viết mã tiêu chí trong dấu ngoặc kép, một đại lượng trong ngoặc nhọn, hoặc danh sách của cả hai: ["a", {"{"} kind = "count", of = "b" {"}"}]
file-expected-record = ghi các khóa trong ngoặc nhọn: {"{"} khóa = "giá trị" {"}"}
file-expected-records = ghi danh sách các ngoặc nhọn: [{"{"} khóa = "giá trị" {"}"}]
file-expected-rule = viết tiêu chí trong ngoặc nhọn: {"{"} kind = "count", of = "…", min = 1 {"}"}
file-expected-some = ghi một mã trong ngoặc kép, hoặc danh sách: ["a", "b"]
file-expected-text = ghi chữ trong ngoặc kép
file-expected-texts = ghi danh sách chữ: ["a", "b"]
file-first-here = mã này được dùng lần đầu ở đây
file-format-help = tệp thuộc định dạng khác; cập nhật chương trình, hoặc lập lại tệp từ văn bản
file-format-missing = thiếu số định dạng của tệp
file-format-missing-help = thêm dòng đầu: format = { $format }
file-format-unsupported = chương trình này chỉ đọc định dạng { $format }
file-keys-help = các khóa có thể dùng: { $keys } (bảng “{ $table }”)
file-level = mức của phép kiểm tra “{ $lint }” không hợp lệ
file-level-help = ghi "off", "note", "warn" hoặc "error"
file-many-help = mỗi mục viết dưới một dòng [[{ $table }]]
file-missing-key = thiếu khóa “{ $key }” trong bảng “{ $table }”
file-missing-key-help = thêm dòng: { $key } = …
file-more-findings = chỉ nêu { $most } điểm đầu tiên
file-nearest = có phải là “{ $name }”?
file-one-help = viết một bảng, dưới dòng [{ $table }]
file-recurs = thời hạn “{ $date }” và cách lặp “{ $recurs }” không khớp nhau
file-recurs-help = lặp hằng năm ghi "--11-30", hằng tháng ghi "---20", hằng quý ghi "quarterly"; hoặc bỏ khóa recurs
file-reference-help = thêm mục [[{ $table }]] có mã này, hoặc sửa mã
file-syntax = tệp không đúng cú pháp TOML: { $detail }
file-syntax-help = xem lại dấu ngoặc kép, ngoặc vuông, dấu bằng ở dòng này và dòng trước
file-tables-help = các bảng có thể dùng: { $tables }
file-too-large = tệp lớn hơn { $megabytes } MB nên không đọc
file-too-large-help = tệp kế hoạch chỉ vài trăm KB; kiểm tra lại xem có đúng tệp không
file-unknown-guess = “{ $key }” trong guessed không phải là khóa của bảng “{ $table }”
file-unknown-key = không có khóa “{ $key }” trong bảng “{ $table }”
file-unknown-lint = không có phép kiểm tra tên “{ $lint }”
file-unknown-reference = không có mục “{ $id }” trong bảng “{ $table }”
file-unknown-table = không có bảng tên “{ $table }”
file-values-help = các giá trị có thể dùng: { $values }
file-when-help = ghi đúng mức văn bản nêu: "2025-08-30", "2025-08", "2025-Q3", "2025", "2023-2024" (năm học), "--11-30" hoặc "--07" (hằng năm), "---20" (hằng tháng), "quarterly"
file-wrong-shape = “{ $table }” viết chưa đúng dạng bảng
file-wrong-type = giá trị của “{ $key }” không đúng kiểu
