# Kỳ xét làm từ kế hoạch và các gói quy định.
round-not-in-plan = kế hoạch không có kỳ xét { $id }; có: { $rounds }
round-several = kế hoạch có nhiều kỳ xét, hãy chọn bằng --round: { $rounds } (hoặc nêu bằng --as-of một ngày mà chỉ một kỳ đang mở)
round-several-open = ngày { $day } có nhiều kỳ xét đang mở, hãy chọn bằng --round: { $rounds }
round-none-open = ngày { $day } không có kỳ xét nào đang mở, hãy chọn bằng --round: { $rounds }
round-no-days = chưa biết ngày của kỳ xét: nêu ngày bằng --as-of, hoặc ghi closes, counts trong plan.toml và school_year trong data.toml
round-no-awards = kỳ xét này không có danh hiệu, hình thức nào
round-not-checked = chưa kiểm tra, người xét xem: { $name } ({ $source })
data-unknown-scope = không có quy định nào dành cho “{ $word }”
data-unknown-scope-help = Các gói quy định có: { $known }
round-vote-of-all = { $name }: { $asked } tổng số thành viên ({ $source })
round-vote-of-present = { $name }: { $asked } số có mặt ({ $source })
round-vote-unknown = { $name }: chưa rõ tỷ lệ; { $doubt } ({ $source })
round-posting = { $name }: ít nhất { $days } ngày làm việc ({ $source })
round-no-vote = Không phải bỏ phiếu: { $name } ({ $source })
round-vote-of-issued = { $name }: { $asked } số phiếu phát ra ({ $source })
round-vote-of-valid = { $name }: { $asked } số phiếu hợp lệ ({ $source })
