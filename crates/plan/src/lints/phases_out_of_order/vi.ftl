phases-out-of-order = “{ $second }” kết thúc ngày { $ends }, trước khi “{ $first }” bắt đầu ngày { $begins }
phases-out-of-order-help = Xem lại ngày, nhất là năm; hoặc xếp lại thứ tự các đợt, giai đoạn.
