# phongtrao whatif
whatif-about = Thử một mức, một chỉ tiêu hoặc một kế hoạch khác trước khi ký: ai thêm, ai bớt, tốn bao nhiêu
whatif-set-help = Đổi một mức: criterion.MÃ.min=85, award.MÃ.percent=20; một khoảng: criterion.MÃ.min=70..90:5
whatif-against-help = So với kế hoạch này
whatif-packs-help = So với gói quy định trong thư mục này
whatif-format-help = Cách trình bày: bảng, CSV, phụ lục cho dự thảo kế hoạch
whatif-not-a-setting = không hiểu { $setting }: viết như criterion.MÃ.min=85
whatif-no-place = không có chỗ { $place }: viết như criterion.MÃ.min, criterion.MÃ.max, award.MÃ.percent, award.MÃ.most, award.MÃ.least
whatif-no-such-id = kỳ xét này không có tiêu chí hoặc danh hiệu của { $place }
whatif-no-limit = { $place } không có mức hoặc chỉ tiêu như vậy để đổi
whatif-no-value = { $value } không phải số
whatif-title = Nếu { $settings }
whatif-met = { $before } → { $after } đạt
whatif-overflow = { $within } { $met } đủ điều kiện, chỉ tiêu { $places }
whatif-cost = Tiền thưởng: { $before } → { $after }
whatif-cost-unknown = Chưa tính được tiền thưởng: { $before } → { $after } lượt
whatif-curve = Theo { $place }:
whatif-columns = Danh hiệu, hình thức;Trước;Sau;Thêm;Bớt
