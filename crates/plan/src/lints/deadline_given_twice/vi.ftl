deadline-given-twice = Hạn là { $second }, mà chỗ khác nói cùng việc ấy là { $first }
deadline-given-twice-help = Chọn một ngày và ghi giống nhau ở cả hai chỗ; nếu là hai việc khác nhau thì gọi tên cho khác.
deadline-given-twice-first = ở đây là { $day }
