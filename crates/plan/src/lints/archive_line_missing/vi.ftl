archive-line-missing = “Nơi nhận” không có dòng “Lưu”
archive-line-missing-help = Thêm dòng cuối: “Lưu: VT, …”.
