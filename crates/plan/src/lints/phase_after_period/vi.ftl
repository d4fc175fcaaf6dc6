phase-after-period = “{ $phase }” kết thúc ngày { $day }, sau khi phong trào đã kết thúc ngày { $limit }
phase-after-period-help = Sửa ngày của đợt hoặc giai đoạn, hoặc sửa thời gian của cả phong trào.
phase-after-period-early = “{ $phase }” bắt đầu ngày { $day }, trước khi phong trào bắt đầu ngày { $limit }
