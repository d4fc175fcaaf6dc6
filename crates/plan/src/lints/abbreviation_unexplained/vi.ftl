abbreviation-unexplained = Chữ viết tắt “{ $abbreviation }” chưa được giải thích
abbreviation-unexplained-help = Lần đầu viết đủ chữ, rồi ghi “(sau đây viết tắt là { $abbreviation })”.
