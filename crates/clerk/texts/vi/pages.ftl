# Trang kết quả của một kỳ xét.
page-as-of = Xét theo dữ liệu đến ngày { $day }
page-award = Danh hiệu, hình thức
page-counted = { $standing }: { $count }
page-name = Tên
page-papers = Văn bản
page-rests-on = Kế hoạch { $plan } · quy định { $packs } · dữ liệu { $facts }
page-to-mend = Cần bổ sung, xem lại
page-unit = Đơn vị
page-why = Lý do
