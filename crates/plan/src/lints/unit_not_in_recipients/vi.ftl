unit-not-in-recipients = { $unit } có nhiệm vụ nhưng không có trong nơi nhận
unit-not-in-recipients-help = Thêm vào nơi nhận, hoặc nói đơn vị nào chuyển văn bản tới.
