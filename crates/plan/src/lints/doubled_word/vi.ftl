doubled-word = Từ “{ $word }” bị viết lặp hai lần liền nhau
doubled-word-help = Bỏ một từ, hoặc thay bằng từ đúng nếu một trong hai là viết nhầm.
doubled-word-fix = Bỏ từ “{ $word }” thứ hai
