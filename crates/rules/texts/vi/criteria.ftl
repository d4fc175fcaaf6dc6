# Lỗi trong tiêu chí viết theo ngôn ngữ tiêu chí.

rule-bad-span = “{ $text }” không phải là một khoảng thời gian
rule-bad-span-help = viết "round" (kỳ xét), "calendar-year" (năm dương lịch), "school-year" (năm học), "statistics-year" (năm thống kê), "calendar-year-1" (năm liền trước), "3 calendar-years" (ba năm), "phase:mã", "plan" hoặc "ever"
rule-bad-value = giá trị của “{ $key }” không nằm trong các giá trị được dùng
rule-bands-order = mức từ { $from } đứng sau mức từ { $before }
rule-bands-order-help = xếp các mức theo thứ tự tăng dần, mỗi mức một lần
rule-case-values = trường hợp “{ $case }” có { $count } giá trị, nhưng mức phụ thuộc { $keys } khóa
rule-case-values-help = viết mỗi khóa một giá trị, theo thứ tự của by, cách nhau bằng dấu phẩy: "mien-nui,nam-dau"
rule-empty = “{ $key }” không có mục nào
rule-expected-after = viết danh hiệu có trước trong ngoặc nhọn: after = {"{"} of = "mã danh hiệu" {"}"}
rule-expected-bands = viết mỗi mức trong ngoặc nhọn: {"{"} from = 80, points = 10 {"}"}
rule-expected-cases = viết từng trường hợp trong ngoặc nhọn: cases = {"{"} mien-nui = 60, dong-bang = 80 {"}"}
rule-expected-flag = viết true hoặc false
rule-expected-limit = viết một số, hoặc {"{"} by = "…", cases = {"{"} … {"}"}, otherwise = … {"}"}
rule-expected-list = viết danh sách trong ngoặc vuông: [ …, … ]
rule-expected-number = viết một số có không quá ba chữ số thập phân: 8 hoặc 8.5
rule-expected-quantity = viết một số, hoặc một đại lượng trong ngoặc nhọn: {"{"} kind = "count", of = "…" {"}"}
rule-expected-rule = viết tiêu chí trong ngoặc nhọn: {"{"} kind = "count", of = "…", min = 1 {"}"}
rule-expected-text = viết chữ trong dấu ngoặc kép
rule-expected-texts = viết một mã trong dấu ngoặc kép, hoặc danh sách: ["a", "b"]
rule-expected-whole = viết một số nguyên từ 1 trở lên
rule-keys = các khóa có thể dùng: { $keys }
rule-known-names = có thể dùng: { $names }
rule-limits-crossed = mức ít nhất { $min } lớn hơn mức nhiều nhất { $max }
rule-limits-crossed-help = không ai đạt được cả hai: sửa một trong hai mức
rule-missing-key = thiếu khóa “{ $key }”
rule-missing-key-help = thêm { $key } = …
rule-more-than-all = đòi { $least } điều kiện nhưng chỉ có { $count }
rule-more-than-all-help = hạ số trong least, hoặc thêm điều kiện vào danh sách of
rule-nearest = có phải là “{ $name }”?
rule-no-limit = “{ $kind }” chỉ đo mà không có mức phải đạt
rule-no-limit-help = thêm min = … hoặc max = …
rule-no-such-names = ở đây chưa có tên nào được khai báo
rule-not-a-number = chỗ này phải là một số hoặc một đại lượng
rule-not-a-table = chỗ này phải là một tiêu chí
rule-percentage = { $number } không phải là tỷ lệ phần trăm
rule-percentage-help = tỷ lệ phần trăm nằm trong khoảng từ 0 đến 100
rule-percentage-of-number = mức phần trăm đặt cho một con số đếm
rule-percentage-of-number-help = bỏ dấu %, hoặc đo bằng tỷ lệ: thêm how = "share"
rule-test-for-number = “{ $kind }” là điều kiện đạt hay không đạt, không phải là một con số
rule-test-for-number-help = cho điểm theo điều kiện: {"{"} kind = "if", rule = {"{"} … {"}"}, points = 5 {"}"}
rule-too-deep = tiêu chí lồng quá { $most } tầng
rule-too-deep-help = tách thành nhiều tiêu chí
rule-unknown-key = không có khóa “{ $key }” trong “{ $kind }”
rule-unknown-kind = không có loại tiêu chí “{ $kind }”
rule-unknown-reference = không có “{ $name }”
rule-wrong-type = giá trị của “{ $key }” sai kiểu
