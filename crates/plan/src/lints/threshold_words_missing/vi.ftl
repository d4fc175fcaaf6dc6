threshold-words-missing = Tiêu chuẩn thiếu chữ: “{ $words }”
threshold-words-missing-help = Có lẽ là “{ $meant }”; viết đủ để biết mức phải đạt.
threshold-words-missing-level = “{ $words }” mà trước đó không có mức nào
threshold-words-missing-level-help = Ghi mức xếp loại, số, tỷ lệ hoặc cấp trước “trở lên”, “trở xuống”.
