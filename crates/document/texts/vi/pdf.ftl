# What the reader of PDFs met.

no-text-layer = Tệp PDF là ảnh chụp trang giấy, không có lớp chữ.
no-text-layer-help = Hãy xin tệp Word (.docx) của văn bản; nếu không có, chạy nhận dạng chữ tiếng Việt (OCR) rồi đưa lại tệp.
page-without-text = Các trang là ảnh, không có lớp chữ: { $pages }.
page-without-text-help = Nội dung các trang này không được đọc; hãy xin tệp Word (.docx) hoặc chạy nhận dạng chữ (OCR).
pdf-cut = Tệp PDF quá dài; chỉ đọc { $count } trang đầu.
pdf-cut-help = Tách tệp thành nhiều phần rồi đọc từng phần.
pdf-damaged = Tệp PDF bị hỏng, không tìm thấy trang nào.
pdf-damaged-help = Tải lại tệp, hoặc mở bằng trình đọc PDF rồi in lại thành PDF.
pdf-encrypted = Tệp PDF có mật khẩu.
pdf-encrypted-help = Mở tệp bằng mật khẩu, lưu một bản không có mật khẩu rồi đọc bản đó.
pdf-letters-lost = Phông chữ trong tệp không cho biết { $count } ký tự là chữ gì.
pdf-letters-lost-help = Các chữ này hiện thành “�”; hãy xin tệp Word (.docx) của văn bản.
pdf-parser-failed = Không đọc được tệp PDF ({ $reason }).
pdf-parser-failed-help = Mở tệp bằng trình đọc PDF rồi in lại thành PDF, hoặc xin tệp Word (.docx) của văn bản.
pdf-too-large = Tệp PDF cần nhiều bộ nhớ hơn mức cho phép.
pdf-too-large-help = Tách tệp thành nhiều phần, hoặc xin tệp Word (.docx) của văn bản.
pdf-too-slow = Đọc tệp PDF lâu hơn mức cho phép.
pdf-too-slow-help = Mở tệp bằng trình đọc PDF rồi in lại thành PDF, hoặc xin tệp Word (.docx) của văn bản.
