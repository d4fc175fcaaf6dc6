# Kết quả của một kỳ xét.
outcome-met = đạt
outcome-not-met = không đạt
outcome-unknown = chưa rõ
outcome-over-quota = đạt điều kiện, vượt chỉ tiêu
outcome-tie = ngang nhau, chờ Chủ tịch Hội đồng quyết định
outcome-held = chưa xét: có vụ việc đang chờ kết luận

quota-none = chỉ tiêu tính ra không có suất nào
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

circle-of-awards = các danh hiệu chờ nhau thành vòng: { $awards }
circle-of-awards-help = bỏ một điều kiện để có danh hiệu được xét trước
achievement-used-twice = { $subject }: { $file }, dòng { $line } được dùng cho nhiều hình thức: { $awards }
achievement-used-twice-help = một thành tích chỉ khen thưởng một lần: chọn một hình thức

ask-posthumous = Quy định có truy tặng (người được xét đã mất)
fact-died = mất ngày { $day }
fact-dead = ghi là đã mất
missing-posthumous = gói quy định không nói hình thức này có được truy tặng hay không

chair-ruled = Người có thẩm quyền chọn giữa những người ngang nhau
fact-ruling = { $by } chọn { $subject } ngày { $on }: { $reason }
ruling-beyond-places = { $file }, dòng { $line }: { $subject } ({ $award }): số người được chọn nhiều hơn số suất còn lại
ruling-without-tie = { $file }, dòng { $line }: { $subject } ({ $award }): không ngang ai ở suất cuối, quyết định chọn không có tác dụng
ruling-not-of-chair = { $file }, dòng { $line }: { $subject } ({ $award }): người chọn là { $by }, không phải Chủ tịch Hội đồng, quyết định chọn không có tác dụng
ruling-not-of-chair-help = khi bằng nhau, Chủ tịch Hội đồng quyết định (organisation.toml: council.chair): cột by ghi mã của Chủ tịch Hội đồng
ruling-without-tie-help = xem lại rulings.csv: chỉ chọn giữa những người ngang nhau ở suất cuối, không nhiều hơn số suất

unknown-id = không gói quy định hay kế hoạch nào có { $column } “{ $id }”: dòng này không được tính
unknown-id-nearest = Có phải ý là “{ $near }”?
unknown-id-help = Dùng mã trong lệnh phongtrao rules list hoặc trong kế hoạch.
unknown-criterion-nearest = Có phải ý là “{ $near }”? Các tiêu chí mà kỳ xét cần xác nhận: { $all }.
unknown-criterion-help = Các tiêu chí mà kỳ xét cần xác nhận: { $all }.
score-beyond = điểm “{ $indicator }” là { $score }: ngoài khoảng từ 0 đến { $most }
score-beyond-help = Sửa điểm trong ô này; chưa xét gì cho đến khi sửa.

ask-proposed = Được đơn vị đề nghị trong thời hạn
fact-proposed = đề nghị ngày { $on }
fact-proposed-let-in = nộp ngày { $on }, sau ngày đóng { $closes }; { $by } cho phép nhận: { $reason }
fact-proposed-late = nộp ngày { $on }, sau ngày đóng { $closes }; chưa ghi đủ ai cho phép nhận và vì sao
not-in-proposals = không có tên trong danh sách đề nghị của đơn vị
no-proposals = đơn vị không gửi danh sách đề nghị
missing-proposals = chưa có danh sách đề nghị của đơn vị
missing-vote = đã họp, chưa bỏ phiếu về trường hợp này
best-beside-discipline = xếp loại ở mức cao nhất trong năm có quyết định kỷ luật ({ $file }, dòng { $line })
best-beside-discipline-help = Đối chiếu hai quyết định; nếu cả hai đều đúng thì không phải sửa gì.
