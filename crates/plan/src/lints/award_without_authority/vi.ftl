award-without-authority = “{ $award }” không nói ai quyết định khen thưởng
award-without-authority-help = Ghi rõ người có thẩm quyền, ví dụ “Giấy khen của Hiệu trưởng”.
