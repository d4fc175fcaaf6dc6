# Kết quả bỏ phiếu và lý do.
because-enough = đạt { $votes } phiếu ({ $percent }); yêu cầu { $above ->
    [yes] trên { $asked }
   *[no] từ { $asked } trở lên
} ({ $needed } phiếu)
because-too-few = đạt { $votes } phiếu ({ $percent }); yêu cầu { $above ->
    [yes] trên { $asked }
   *[no] từ { $asked } trở lên
} ({ $needed } phiếu)
because-lower = đạt { $votes } phiếu ({ $percent }) cho danh hiệu thấp hơn; yêu cầu { $above ->
    [yes] trên { $asked }
   *[no] từ { $asked } trở lên
} ({ $needed } phiếu)
because-nobody = cần { $asked } của { $base } tức { $needed } phiếu, nhưng chỉ có { $voters } người được bỏ phiếu: không ai có thể đủ phiếu
because-no-quorum = có mặt { $present }, cần { $needed } người: chưa đủ để họp
because-no-vote = không phải bỏ phiếu
because-fell-with = { $item } không được thông qua
because-fell-before = không được hội nghị, hội đồng cấp trước đề nghị
because-waits-for = chờ kết quả của { $item }
because-others-open = còn { $open } trường hợp chưa có kết quả trong { $places } suất
because-no-place = { $before } trường hợp có tỷ lệ phiếu cao hơn, chỉ có { $places } suất
because-equal = { $equal } trường hợp bằng phiếu, còn { $left } suất: Chủ tịch Hội đồng quyết định
because-equal-unsaid = { $equal } trường hợp bằng phiếu, còn { $left } suất; chưa thấy văn bản nêu ai quyết định: theo quy chế của Hội đồng, trình Chủ tịch
because-ruled = { $by } quyết định: { $reason }
because-ruled-out = Chủ tịch Hội đồng đã chọn trường hợp khác
because-not-counted = chưa có kết quả kiểm phiếu
because-presence-unknown = chưa ghi số người có mặt
because-contradicted = số phiếu mâu thuẫn với nhau
because-no-threshold = chưa có văn bản nào nêu tỷ lệ phiếu cần đạt; theo quy chế của Hội đồng

base-members = tổng số thành viên
base-present = số người dự họp, kể cả người vắng có ý kiến bằng văn bản được tính
base-issued = số phiếu phát ra
base-valid = số phiếu hợp lệ

doubt-present = có mặt { $present } người, nhiều hơn { $members } thành viên
doubt-issued = phát ra { $issued } phiếu, nhiều hơn { $voters } người được bỏ phiếu
doubt-returned = thu về { $returned } phiếu, nhiều hơn { $issued } phiếu phát ra
doubt-more-counted = các loại phiếu cộng lại là { $counted }, nhiều hơn { $most } phiếu
doubt-fewer-counted = các loại phiếu cộng lại là { $counted }, ít hơn { $returned } phiếu thu về
doubt-ballots = bỏ phiếu { $held } lượt, chỉ được { $most } lượt; các lượt sau không tính
doubt-own-ballot = { $member } là thành viên mà có phiếu bầu về trường hợp của chính mình: số phiếu bằng số người có mặt
doubt-own-case = danh sách biểu quyết chung có trường hợp của chính thành viên { $member }: tách ra bỏ phiếu riêng
doubt-no-item = bỏ phiếu về nội dung không có trong danh sách đưa ra xét
doubt-no-lower = có { $votes } phiếu đề nghị danh hiệu thấp hơn, nhưng không nêu danh hiệu nào
doubt-no-award = { $award } không thuộc nội dung họp
doubt-circle = các danh hiệu chờ nhau thành vòng: { $awards }
doubt-not-chair = { $by } không phải Chủ tịch Hội đồng nên không quyết định được
doubt-no-reason = quyết định của Chủ tịch Hội đồng không ghi lý do
doubt-nothing-to-rule = không có trường hợp bằng phiếu ở suất cuối để Chủ tịch Hội đồng quyết định
doubt-chosen = chọn { $chosen } trường hợp, chỉ còn { $places } suất
doubt-help = xem lại biên bản kiểm phiếu của { $item }
doubt-members = cuộc họp có { $here } thành viên ở dòng này, { $there } ở dòng khác
doubt-bodies = một cuộc họp ghi là của nhiều hội đồng, đơn vị khác nhau
doubt-days = một cuộc họp ghi nhiều ngày khác nhau
doubt-body-not-asked = danh hiệu, hình thức này không cần phiếu của hội nghị, hội đồng đó
doubt-not-proposed = có kết quả phiếu của trường hợp không được đề nghị
