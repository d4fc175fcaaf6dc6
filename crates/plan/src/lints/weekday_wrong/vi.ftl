weekday-wrong = Ngày { $day } là { $weekday ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
}, không phải thứ ghi bên cạnh
weekday-wrong-help = Xem lịch: sửa ngày, hoặc sửa thứ; đôi khi năm bị ghi nhầm.
