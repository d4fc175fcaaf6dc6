old-word-file = Đây là tệp Word kiểu cũ (.doc), chương trình không đọc được.
old-word-file-help = Mở tệp bằng Word hoặc LibreOffice, chọn “Lưu thành” (Save as) rồi lưu ở dạng .docx.
no-document = { $kind ->
    [image] Tệp này là hình ảnh.
    [package] Tệp này là thư mục nén.
    [rich-text] Tệp này ở dạng Rich Text Format (.rtf), chương trình không đọc được.
   *[other] Tệp này không phải văn bản.
}
no-document-help = Hãy đưa chính văn bản: .docx, .pdf có lớp chữ, .html, .txt hoặc .md.
empty-file = Tệp trống.
