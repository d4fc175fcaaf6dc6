period-missing = Kế hoạch thi đua không nói phong trào bắt đầu và kết thúc khi nào
period-missing-help = Ghi thời gian thực hiện: từ ngày nào đến ngày nào, hoặc các đợt, các giai đoạn.
