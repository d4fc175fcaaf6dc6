too-deep = Các phần lồng nhau sâu hơn { $limit } lớp; phần sâu hơn được đọc như văn bản thường.
too-large = Tệp dài hơn { $limit } ký tự; phần sau đó không được đọc.
old-word-file = Đây là tệp Word kiểu cũ (.doc), chương trình không đọc được.
old-word-file-help = Mở tệp bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save as) rồi lưu ở dạng .docx.
no-document = Tệp này không phải văn bản mà là { $kind }.
no-document-help = Hãy đưa chính văn bản: .docx, .pdf có lớp chữ, .html, .txt hoặc .md.
empty-file = Tệp trống.
