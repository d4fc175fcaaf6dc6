basis-date-wrong = { $number } được ghi ngày { $cited }; văn bản ấy ban hành ngày { $right }
basis-date-wrong-help = Đối chiếu với văn bản gốc rồi sửa ngày hoặc số.
