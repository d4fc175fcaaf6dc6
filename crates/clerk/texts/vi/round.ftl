# Kết quả của một kỳ xét, và thư mục văn bản.
folder-books = Bảng tính
folder-council = Hội đồng
folder-decision = Quyết định
folder-unit = Hồ sơ đề nghị của { $unit }
standing-awaits-chair = chờ Chủ tịch Hội đồng quyết định
standing-open = chưa kết luận: chờ dữ liệu hoặc ý kiến
standing-awaits-vote = chờ kết quả họp, bỏ phiếu
standing-chosen = đủ điều kiện, đưa vào dự thảo quyết định
standing-not-met = không đủ điều kiện
standing-not-voted = không đủ số phiếu
standing-over-quota = đủ điều kiện nhưng hết số lượng
unit-unsigned = Chưa biết ai ký văn bản của { $unit }, nên chưa lập hồ sơ cho đơn vị này
unit-unsigned-help = Ghi mục [units.{ $id }] trong organisation.toml: symbol và head (chức vụ, họ tên người ký).
council-day = Chưa biết ngày họp của { $council }, nên chưa lập giấy mời, danh sách điểm danh, phiếu bầu và biên bản
council-day-help = Ghi phiên họp vào bảng sittings: mã cuộc họp, body là council, ngày họp; giờ và địa điểm thì mới lập được giấy mời.
bonus-unknown = Chưa biết mức tiền thưởng của { $number } trường hợp trong quyết định
bonus-unknown-help = Văn bản không nêu mức, hoặc chỉ nêu mức tối đa: ghi mức của đơn vị vào gói quy định riêng (--packs); các trường hợp này chưa có trong danh sách chi thưởng.
