deadline-outside-phase = Ngày { $day } nằm sau khi “{ $phase }” đã kết thúc, ngày { $limit }
deadline-outside-phase-help = Sửa ngày của việc, hoặc thời gian của đợt, giai đoạn.
