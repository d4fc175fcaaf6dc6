check-about = Tìm chỗ sai trong văn bản chính thức hoặc trong plan.toml (0: không có lỗi, 1: có lỗi, 2: không đọc được)
check-files-help = Tệp văn bản, tệp plan.toml, hoặc thư mục chứa văn bản
check-format-help = Cách trình bày kết quả
check-level-help = Đổi mức của một phép soát, ví dụ doubled-word=off
check-fix-help = Sửa ngay những chỗ sửa được mà không đổi nghĩa (tệp chữ và plan.toml)
level-unknown = Không hiểu mức “{ $level }”: viết TÊN=off, note, warn hoặc error; xem tên bằng lệnh phongtrao explain
fix-only-text = { $file }: chỉ sửa được tệp chữ UTF-8 và plan.toml; hãy sửa tệp gốc theo các chỗ được chỉ ra
explain-about = Giải thích một phép soát: tìm gì, vì sao, nên làm gì; không có tên thì liệt kê tất cả
explain-lint-help = Tên phép soát, ví dụ deadline-before-issue
lint-unknown = Không có phép soát nào tên “{ $lint }”; lệnh phongtrao explain liệt kê tất cả
fmt-about = Sắp xếp lại plan.toml theo thứ tự chuẩn, giữ nguyên chú thích
fmt-files-help = Tệp plan.toml
fmt-check-help = Chỉ báo tệp chưa đúng thứ tự, không ghi
fmt-out-of-order = { $file }: chưa theo thứ tự chuẩn
demo-about = Chạy thử trên ví dụ đầu tiên: chỗ sai trong văn bản, kế hoạch đọc được, kết quả xét và lý do, bộ văn bản
demo-once-help = Chạy một lần rồi thoát
demo-findings = Soát văn bản { $file }:
demo-plan = Kế hoạch chạy được, lấy ra từ văn bản ấy:
demo-results = Kỳ xét hằng năm của kế hoạch đã hoàn thiện, trên dữ liệu của ví dụ (mọi người và đơn vị đều không có thật):
demo-papers = Cả kỳ xét, có kết quả bỏ phiếu, đến bộ văn bản:
demo-why = Vì sao { $subject } không đạt:
demo-next = Thử với văn bản và dữ liệu của mình: phongtrao check TỆP.docx, phongtrao read TỆP.docx, phongtrao run TỆP.plan.toml --data THƯ_MỤC --out KẾT_QUẢ
