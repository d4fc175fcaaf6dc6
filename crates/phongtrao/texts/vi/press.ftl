# Lệnh press: in một văn bản.
press-about = In một văn bản từ tệp ghi các mục của nó
press-data-help = Tệp TOML ghi các mục của văn bản; không ghi thì in ra tệp mẫu
press-emblem-help = Hình Quốc huy hoặc biểu trưng (PNG) in trên giấy khen, bằng khen; không ghi thì để trống
press-example-help = In ra tệp mẫu của loại văn bản này
press-explain-help = Giải thích loại văn bản này: dùng khi nào, có những mục nào, căn cứ vào đâu
press-kind-help = Loại văn bản; không ghi thì liệt kê các loại
press-made-on-help = Ngày lập tệp (mặc định: hôm nay)
press-out-help = Tệp kết quả, theo đuôi .pdf hoặc .docx; ghi được nhiều lần
press-sheets-help = Số tờ nhiều nhất trong một tệp: giấy khen của nhiều người được chia thành các tệp đánh số
press-standard-help = Chuẩn lưu trữ PDF/A: a2a, hoặc a1b cho kho lưu trữ cũ
press-template-help = Mẫu trình bày riêng (Typst) thay cho mẫu của phần mềm
press-unknown-kind = Không có loại văn bản “{ $name }”; các loại có: { $known }
