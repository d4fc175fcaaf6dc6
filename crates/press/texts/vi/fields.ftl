# Mục của một văn bản ghi trong tệp TOML.
ballots-impossible = Số phiếu không khớp nhau.
ballots-impossible-help = Phiếu thu về (returned) không nhiều hơn phiếu phát ra (issued); phiếu hợp lệ (valid) và không hợp lệ (invalid) cộng lại bằng phiếu thu về.
field-empty = Mục này để trống.
field-empty-help = Ghi nội dung vào giữa hai dấu ngoặc kép; mẫu văn bản bắt buộc phải có.
field-kind-help = Ngày ghi như "2026-08-30" (trong ngoặc kép), số ghi không có dấu ngăn nhóm, danh sách ghi trong ngoặc vuông.
field-missing = Thiếu mục “{ $field }”, mẫu văn bản bắt buộc phải có.
field-missing-help = Ghi thêm `{ $field } = …`; xem ví dụ bằng `phongtrao press KIND --example`.
field-syntax = Không đọc được tệp TOML: { $message }
field-syntax-help = Xem lại dấu ngoặc kép, dấu bằng ở dòng này.
field-unknown = Văn bản này không có mục “{ $field }”.
field-unknown-help = Các mục có ở đây: { $known }.
list-empty = Danh sách này trống.
list-empty-help = Không lập văn bản khi không có ai, không có gì: ghi ít nhất một mục.
rate-impossible = Mức thưởng ghi { $award } cho { $paid }, nhưng danh sách chỉ có { $honoured } thuộc loại ấy.
rate-impossible-help = Sửa `bonus.rates` hoặc danh sách; mức thưởng ghi tên khen thưởng đúng như danh sách.
total-impossible = Tổng tiền thưởng ghi { $total }, nhưng các mức thưởng cộng lại là { $sum }.
total-impossible-help = Sửa `bonus.total` hoặc `bonus.rates`; không ghi `bonus.total` thì in tổng của các mức.
votes-impossible = Số phiếu đồng ý nhiều hơn tổng số để tính tỷ lệ.
votes-impossible-help = Ghi `agreed` không lớn hơn `of`.
field-kind = Giá trị không đúng loại: ở đây cần { $expected ->
    [text] chữ trong ngoặc kép
    [number] số nguyên
    [flag] true hoặc false
    [list] danh sách trong ngoặc vuông
    [table] bảng có các mục
   *[other] giá trị khác
}.
field-length = Danh sách này có { $length } giá trị, không đúng số giá trị mà mục này cần.
field-length-help = Xem ví dụ bằng `phongtrao press KIND --example`.
field-bounds = Số ở đây phải từ { $least } đến { $most }.
field-bounds-help = Xem lại số đo và đơn vị: milimét, cỡ chữ tính bằng point, điểm.
field-twice = Một mục được ghi hai lần.
field-word = “{ $word }” không phải từ được nhận ở đây.
field-word-help = Ghi một trong các từ: { $known }.
