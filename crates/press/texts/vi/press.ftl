# Hình biểu trưng trên giấy khen, bằng khen.
emblem-unread = Tệp hình biểu trưng không phải là ảnh PNG.
emblem-unread-help = Lưu hình Quốc huy hoặc biểu trưng của cơ quan thành tệp .png; không có hình thì chỗ ấy để trống.
# Khi in văn bản.
letter-unknown = Phông chữ của văn bản không có chữ “{ $letter }” trong: { $words }
letter-unknown-help = Xem lại chữ này có gõ đúng không; nếu tên đúng như vậy, hãy báo để bổ sung phông chữ.
template-error = Mẫu trình bày có lỗi: { $message }
template-error-help = Sửa mẫu ở dòng này, hoặc bỏ mẫu riêng để dùng mẫu của phần mềm.
word-error = Không tạo được tệp Word: { $message }
word-error-help = Văn bản quá lớn cho một tệp Word; hãy chia danh sách ra nhiều văn bản.
book-error = Không tạo được bảng tính: { $message }
book-error-help = Bảng quá lớn cho một tệp Excel, hoặc hai trang tính trùng tên; hãy chia danh sách ra nhiều bảng.
own-words-no-toml = Tệp không phải TOML: { $message }
own-words-unknown = Văn bản này không có mục từ ngữ “{ $key }”
own-words-shape = Mục từ ngữ “{ $key }” không cùng dạng với mục của chương trình (chuỗi, hoặc danh sách cùng số phần tử)
own-words-place = Mục từ ngữ “{ $key }” có chỗ trống { $place } mà văn bản này không điền
paper-of-nobody = “{ $title }” có danh sách trống
paper-of-nobody-help = Ghi ít nhất một trường hợp vào danh sách; xem ví dụ bằng `phongtrao press { $kind } --example`.
