place-missing = Trước ngày ban hành không có địa danh
place-missing-help = Ghi tên nơi cơ quan ban hành đóng trụ sở: “Sông Vân, ngày … tháng … năm …”.
