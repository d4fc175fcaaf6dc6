motto-misspelled = Tiêu ngữ viết chưa đúng: “{ $motto }”
motto-misspelled-help = Viết “{ $right }”: chữ cái đầu mỗi cụm viết hoa, giữa các cụm có gạch nối và cách chữ.
motto-misspelled-fix = Viết “{ $right }”
