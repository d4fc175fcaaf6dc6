# Lý do của một kết quả.
reason-label = { $label }
reason-all = Đủ tất cả các điều kiện
reason-any = Ít nhất một trong các điều kiện
reason-none = Không có điều nào sau đây
reason-at-least = Ít nhất { $least } trong { $of } điều kiện
reason-waits = chưa đủ dữ liệu hoặc đang chờ ý kiến cơ quan có thẩm quyền

asked-least = ít nhất { $least }
asked-most = nhiều nhất { $most }
asked-between = từ { $least } đến { $most }
asked-least-share = ít nhất { $least }%
asked-most-share = nhiều nhất { $most }%
asked-between-shares = từ { $least }% đến { $most }%

ask-yes = Có hồ sơ “{ $of }”
ask-attested = Được xác nhận: “{ $of }”
ask-rating = Xếp loại từ mức “{ $least }” trở lên, { $years } năm liền
ask-held = Đã được { $of }, { $times } lần
ask-title = Kết quả { $award } trong kỳ này
ask-undisciplined = Không bị kỷ luật từ mức “{ $level }” trở lên
ask-ratings = Số năm xếp loại từ mức “{ $least }” trở lên trong { $years } năm gần nhất
ask-initiatives = Số sáng kiến được công nhận từ cấp “{ $level }”, chưa dùng lần nào
ask-initiative = Có sáng kiến được công nhận từ cấp “{ $level }”, chưa dùng lần nào
ask-attribute = { $name } là { $values }
ask-column = Cột { $name }
ask-count = Số hồ sơ “{ $of }”
ask-sum = Tổng của “{ $of }”
ask-mean = Trung bình của “{ $of }”
ask-last = “{ $of }” gần nhất
ask-least = “{ $of }” thấp nhất
ask-greatest = “{ $of }” cao nhất
ask-tasks = Nhiệm vụ
ask-reports = Báo cáo
ask-attendance = Buổi dự
ask-result = Điểm “{ $of }”
ask-score = Điểm tiêu chí “{ $of }”
ask-members = Số thành viên đạt
ask-members-share = Tỷ lệ thành viên đạt (%)
ask-units = Số đơn vị trực thuộc đạt
ask-units-share = Tỷ lệ đơn vị trực thuộc đạt (%)
ask-service = Số tháng “{ $of }”
ask-fixed = Hằng số
ask-bands = Điểm theo mức
ask-ratio = Điểm theo tỷ lệ so với chỉ tiêu
ask-if = Điểm khi đạt
ask-total = Tổng điểm
ask-mean-of = Trung bình cộng
ask-least-of = Thấp nhất trong các số
ask-greatest-of = Cao nhất trong các số
ask-run = Số kỳ liên tục đạt mức
ask-set = Tổng điểm theo “{ $of }”
ask-set-least = Điểm thấp nhất trong “{ $of }”

missing-limit = không có mức quy định cho “{ $value }”
missing-set = không có bộ tiêu chí “{ $set }” trong các gói quy định
missing-sense = điều kiện này không tính được

verdict-met = đạt
verdict-not-met = không đạt
verdict-unknown = chưa rõ
verdict-is-case = thuộc trường hợp này
verdict-no-case = không thuộc trường hợp này
verdict-true = đúng
verdict-false = không đúng
amount-known = { $number }
amount-between = từ { $least } đến { $most }
amount-open = từ { $least } trở lên
reason-source = nguồn: { $source }
reason-place = { $file }, dòng { $line }
reason-missing = còn thiếu: { $words }
reason-period = { $from } – { $to }
reason-subject = { $name } ({ $id })
reason-outcome = Kết quả: { $outcome }

earliest-year = Sớm nhất có thể đạt: { $year }, nếu từ kỳ này năm nào cũng đạt mức cao nhất, có sáng kiến, không bị kỷ luật và các điều kiện khác đều đạt
earliest-open = Sớm nhất có thể đạt: { $year }, nhưng còn tùy những điều chưa rõ của các năm trước
earliest-never = Không thể đạt trong { $years } năm tới, dù mọi năm đều tốt

reason-still = Còn phải có:
step-unwanted = không thuộc trường hợp: { $condition }

compile-too-deep = các điều kiện lồng nhau quá sâu
compile-too-many = đếm quá nhiều phần cùng lúc
compile-of-nothing = trung bình, thấp nhất hay cao nhất của không có gì
compile-bands = các mức điểm không tăng dần
compile-target = chỉ tiêu phải lớn hơn 0
compile-shape = cột “{ $column }” chứa loại giá trị khác với điều kiện cần
