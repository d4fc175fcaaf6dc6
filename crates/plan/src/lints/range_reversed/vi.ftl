range-reversed = Khoảng thời gian bắt đầu ngày { $from } mà kết thúc ngày { $to }
range-reversed-help = Đổi lại hai ngày, hoặc sửa ngày, tháng, năm bị ghi nhầm.
