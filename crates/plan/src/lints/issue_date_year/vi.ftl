issue-date-year = Ngày ban hành { $date }, nhưng mọi việc trong văn bản diễn ra đầu năm { $year }
issue-date-year-help = Xem lại năm của ngày ban hành; đầu năm hay ghi nhầm năm cũ.
