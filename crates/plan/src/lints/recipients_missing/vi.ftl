recipients-missing = Văn bản không có “Nơi nhận”
recipients-missing-help = Liệt kê nơi nhận kèm mục đích: để thực hiện, để phối hợp, để báo cáo, lưu.
