import-about = Nhập danh sách từ tệp Excel, CSV đang có vào thư mục dữ liệu (docs/import.md)
import-file-help = Tệp .xlsx hoặc .csv
import-as-help = Danh sách gì: people (cá nhân kèm chức vụ), units (đơn vị), ledger (khen thưởng đã có), ratings (xếp loại), registrations (đăng ký), records (hoạt động), meetings (kết quả họp) … tên bảng trong docs/data.md
import-sheet-help = Trang tính có danh sách
import-column-help = Cột D, hoặc cột có tiêu đề ấy, là mục nào, khi chương trình hiểu khác; "D=-" là không lấy
import-set-help = Giá trị chung cho mọi dòng khi tệp không có cột ấy, ví dụ "year=2025"
import-plan-help = Kế hoạch (plan.toml), để tìm khen thưởng theo tên
import-create-units-help = Thêm đơn vị chưa có trong dữ liệu
import-update-help = Sửa những dòng đã có trong dữ liệu cho giống tệp
import-trust-days-help = Các ngày trong tệp đều đúng, không bị đảo ngày với tháng
import-dry-run-help = Chỉ xem trước, không ghi
import-out-help = Nơi ghi bản sao có ghi chú ở từng ô sai; không nói thì đặt cạnh tệp, tên có .noted
import-bad-column = không hiểu “{ $said }”: ghi chữ hoặc tiêu đề của cột, dấu bằng, tên mục, ví dụ D=name
import-bad-set = không hiểu “{ $said }”: ghi tên mục, dấu bằng, giá trị, ví dụ year=2025
import-page-found = Trang “{ $page }”: dòng tiêu đề { $header }, danh sách có { $rows } dòng.
import-table-found = Dòng tiêu đề { $header }, danh sách có { $rows } dòng.
import-column = Cột
import-header = Tiêu đề trong tệp
import-taken-for = Được hiểu là
import-samples = Ví dụ
import-bad = Ô sai
import-more-notes = … và { $count } ô nữa
import-counts = { $table }: thêm { $added } dòng, sửa { $updated }, đã có { $same }
import-dry-run = Xem trước: chưa ghi gì.
import-nothing-written = Chưa ghi gì vào dữ liệu.
import-nothing-new = Không có gì mới.
import-written = Đã ghi vào { $folder }.
import-noted = Bản sao có ghi chú ở từng ô cần sửa: { $path }
import-author = Phong Trào
import-notes-column = Ghi chú
