phases-overlap = “{ $second }” bắt đầu ngày { $begins }, khi “{ $first }” đến ngày { $ends } mới kết thúc
phases-overlap-help = Sửa ngày để hai đợt, giai đoạn không chồng lên nhau, hoặc nói rõ hai việc làm song song.
