personal-data-identity = Số giấy tờ tùy thân của cá nhân trong văn bản
personal-data-birth = Ngày sinh của một người được nêu tên
personal-data-account = Số tài khoản của một người được nêu tên
personal-data-phone = Số điện thoại riêng của một người được nêu tên
personal-data-mail = Thư điện tử riêng của một người được nêu tên
personal-data-origin = Dân tộc, tôn giáo của một người được nêu tên
personal-data-help = Bỏ khỏi văn bản gửi rộng; để trong danh sách riêng chỉ gửi nơi cần, hoặc dùng số máy, hộp thư của cơ quan.
