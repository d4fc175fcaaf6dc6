doubled-word = Từ “thi đua” viết hai lần liền nhau.
doubled-word-label = lần thứ hai
doubled-word-fix = bỏ lần thứ hai
no-such-day = Ngày 31/02/2026 không có trên lịch.
no-such-day-help = Ghi ngày cuối tháng, 28/02/2026.
no-recipients = Văn bản không có nơi nhận.
