too-deep = Các phần lồng nhau sâu hơn { $limit } lớp; phần sâu hơn được đọc như văn bản thường.
too-large = Tệp lớn hơn { $megabytes } MB; phần sau đó không được đọc.
