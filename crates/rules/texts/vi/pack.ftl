pack-unreadable = Không đọc được gói quy tắc { $pack }: { $error }
pack-unreadable-help = Sửa chỗ được chỉ ra; mỗi mục phải có nguồn (source).
