sheet-too-large = tệp lớn hơn mức đọc được
sheet-too-large-help = Chia bảng thành nhiều tệp, hoặc bỏ bớt phần không cần.
sheet-not-utf8 = tệp không ở dạng UTF-8: từ đây chữ có dấu không đọc được
sheet-not-utf8-help = Lưu lại dưới dạng “CSV UTF-8”.
sheet-open-quote = dấu ngoặc kép mở ở đây không được đóng, nên mọi dòng sau đó thành một ô
sheet-open-quote-help = Đóng ngoặc kép ở cuối ô, hoặc bỏ nó đi; ngoặc kép trong ô thì viết hai lần.
