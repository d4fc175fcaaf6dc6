points-off-total = Các mục cộng lại được { $sum } điểm, tiêu đề ghi { $total } điểm
points-off-total-help = Sửa điểm của một mục, hoặc sửa tổng.
