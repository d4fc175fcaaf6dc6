# Trang kết quả của một kỳ xét.
page-as-of = Xét theo dữ liệu đến ngày { $day }
page-asked = Điều kiện
page-award = Danh hiệu, hình thức
page-counted = { $standing }: { $count }
page-name = Tên
page-no-papers = Hồ sơ được lập theo mẫu của cấp có thẩm quyền; chương trình không lập, không lưu hồ sơ này.
page-papers = Văn bản
page-rests-on = Kế hoạch { $plan } · quy định { $packs } · dữ liệu { $facts }
page-step = Bước
page-steps = Các bước và thời hạn
page-to-mend = Cần bổ sung, xem lại
page-unit = Đơn vị
page-why = Lý do
page-within = Thời hạn
page-part = Trang { $at } / { $of }
page-before = ‹ Trang trước
page-after = Trang sau ›
