deadline-on-holiday = Hạn nộp ngày { $day } là ngày nghỉ lễ, tết: { $holiday }
deadline-on-holiday-help = Ngày làm việc liền trước là { $before }: lấy ngày ấy làm hạn, hoặc nói rõ nơi nhận có làm việc.
