# Lệnh run: cả một kỳ xét, từ kế hoạch và dữ liệu đến bộ văn bản.
run-about = Làm trọn một kỳ xét: xét theo kế hoạch và dữ liệu, lập mọi văn bản, ghi vào một thư mục có trang mục lục
run-foreign-folder = { $folder } có tệp khác, không phải kết quả của phần mềm; hãy chọn thư mục khác hoặc dọn thư mục này
run-made = Đã lập { $papers } văn bản trong { $folders } bộ hồ sơ; mở { $index }
run-no-organisation = Không đọc được { $path }: tệp này ghi tên cơ quan, ký hiệu văn bản, người ký (xem docs/papers.md)
run-nothing-made = Chưa lập văn bản nào. Sửa các lỗi trên rồi chạy lại.
run-out-help = Thư mục kết quả; chỉ có mặt khi mọi tệp đã xong
run-setting = Đang lập văn bản
run-threads-help = Số luồng xử lý (mặc định: số nhân của máy); kết quả như nhau
run-no-looks = Không đọc được thư mục { $folder } của dữ liệu (mẫu và từ ngữ riêng)
run-own-paper = Không có loại văn bản cho tệp “{ $name }”
run-own-paper-help = Đặt tên tệp theo loại văn bản: LOẠI.typ là mẫu trình bày riêng, LOẠI.toml là từ ngữ riêng. Các loại: { $kinds }.
run-evidence-missing = { $number } tệp minh chứng ghi trong bảng records không có trong thư mục dữ liệu: { $files }
run-evidence-missing-help = Đặt tệp vào { $folder } theo đúng đường dẫn đã ghi, hoặc sửa cột evidence. Kết quả xét không thay đổi: người thẩm định quyết định.
