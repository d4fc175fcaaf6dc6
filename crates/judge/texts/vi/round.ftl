# Kết quả của một kỳ xét.
outcome-met = đạt
outcome-not-met = không đạt
outcome-unknown = chưa rõ
outcome-over-quota = đạt điều kiện, vượt chỉ tiêu
outcome-tie = ngang nhau, chờ Chủ tịch Hội đồng quyết định
outcome-held = chưa xét: có vụ việc đang chờ kết luận

quota-over = đã hết chỉ tiêu: có đủ người xếp trước
quota-tie = ngang nhau ở suất cuối, Chủ tịch Hội đồng quyết định
quota-preference-open = chưa rõ có được ưu tiên khi ngang nhau hay không
quota-open = còn phụ thuộc kết quả của những người khác

missing-award = chưa có kết quả { $award }

pending-none = Không có vụ việc đang chờ kết luận
pending-discipline = đang xem xét kỷ luật từ ngày { $from }
pending-inspection = đang thanh tra, kiểm tra từ ngày { $from }
pending-complaint = đang giải quyết khiếu nại từ ngày { $from }
pending-denunciation = đang giải quyết tố cáo từ ngày { $from }
pending-investigation = đang bị điều tra từ ngày { $from }

judging-circle = các danh hiệu chờ nhau thành vòng: { $awards }
judging-circle-help = bỏ một điều kiện để có danh hiệu được xét trước
achievement-used-twice = { $subject }: { $file }, dòng { $line } được dùng cho nhiều hình thức: { $awards }
achievement-used-twice-help = một thành tích chỉ khen thưởng một lần: chọn một hình thức

ask-posthumous = Truy tặng cho người đã mất
fact-died = mất ngày { $day }
fact-dead = ghi là đã mất
missing-posthumous = gói quy định không nói hình thức này có được truy tặng hay không
