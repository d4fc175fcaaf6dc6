basis-without-number = Căn cứ “{ $basis }” không có số, không có ngày
basis-without-number-help = Ghi số, ký hiệu, ngày và cơ quan ban hành.
