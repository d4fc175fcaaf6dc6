# Kết quả bỏ phiếu là điều kiện của danh hiệu, hình thức.
ask-vote-of-all = { $name }: { $asked } tổng số thành viên
ask-vote-of-present = { $name }: { $asked } số có mặt
ask-vote-of-issued = { $name }: { $asked } số phiếu phát ra
ask-vote-of-valid = { $name }: { $asked } số phiếu hợp lệ
ask-vote-of-unit = phiếu của hội nghị đơn vị
ask-vote-of-council = phiếu của Hội đồng
ask-quorum = { $name }: ít nhất { $least } tổng số thành viên có mặt
ask-posting = { $name }: ít nhất { $days } ngày làm việc
fact-vote = ngày { $on }: { $agreed } phiếu đồng ý, tổng số { $members }, có mặt { $present }
fact-posted = công khai từ ngày { $posted }, họp ngày { $met }
missing-posting = họp lại, sớm nhất ngày { $first }
