deadline-on-weekend = Hạn nộp ngày { $day } là { $weekday ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
}
deadline-on-weekend-help = Ngày làm việc liền trước là { $before }: lấy ngày ấy làm hạn, hoặc nói rõ nơi nhận có làm việc.
