# Mục của một văn bản ghi trong tệp TOML.
ballots-impossible = Số phiếu không khớp nhau.
ballots-impossible-help = Phiếu thu về (returned) không nhiều hơn phiếu phát ra (issued); phiếu hợp lệ (valid) và không hợp lệ (invalid) cộng lại bằng phiếu thu về.
field-empty = Mục này để trống.
field-empty-help = Ghi nội dung vào giữa hai dấu ngoặc kép; mẫu văn bản bắt buộc phải có.
field-kind = Giá trị không đúng loại: { $message }
field-kind-help = Ngày ghi như "2026-08-30" (trong ngoặc kép), số ghi không có dấu ngăn nhóm, danh sách ghi trong ngoặc vuông.
field-missing = Thiếu mục “{ $field }”, mẫu văn bản bắt buộc phải có.
field-missing-help = Ghi thêm `{ $field } = …`; xem ví dụ bằng `phongtrao press KIND --example`.
field-syntax = Không đọc được tệp TOML: { $message }
field-syntax-help = Xem lại dấu ngoặc kép, dấu bằng ở dòng này.
field-unknown = Văn bản này không có mục “{ $field }”.
field-unknown-help = Các mục có ở đây: { $known }.
votes-impossible = Số phiếu đồng ý nhiều hơn tổng số để tính tỷ lệ.
votes-impossible-help = Ghi `agreed` không lớn hơn `of`.
