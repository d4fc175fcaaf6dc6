deadline-outside-period = Ngày { $day } nằm sau khi kế hoạch đã kết thúc, ngày { $limit }
deadline-outside-period-help = Sửa ngày của việc, hoặc thời gian thực hiện của cả kế hoạch.
deadline-outside-period-early = Ngày { $day } nằm trước khi kế hoạch bắt đầu, ngày { $limit }
