# phongtrao whatif
whatif-about = Thử một mức, một chỉ tiêu hoặc một kế hoạch khác trước khi ký: ai thêm, ai bớt, tốn bao nhiêu
whatif-set-help = Đổi một mức: criterion.MÃ.min=85, award.MÃ.percent=20; một khoảng: criterion.MÃ.min=70..90:5
whatif-format-help = Cách trình bày: bảng, CSV, phụ lục cho dự thảo kế hoạch
whatif-not-a-setting = không hiểu { $setting }: viết như criterion.MÃ.min=85
whatif-no-place = không có chỗ { $place }: viết như criterion.MÃ.min, criterion.MÃ.max, award.MÃ.percent, award.MÃ.most, award.MÃ.least
whatif-no-limit = { $place } không có mức hoặc chỉ tiêu như vậy để đổi
whatif-cost-unknown = Chưa tính được tiền thưởng: { $before } → { $after } lượt
whatif-cost-at-most = Trong đó tính theo mức cao nhất được chi: { $before } → { $after } lượt
whatif-curve = Theo { $place }:
whatif-against-help = So với kế hoạch này
whatif-against-packs-help = So với gói quy định riêng trong thư mục này, thay cho gói của --packs
whatif-threads-help = Số luồng thử các giá trị của một khoảng; bỏ trống thì dùng mọi nhân của máy. Kết quả không phụ thuộc con số này
whatif-no-value = { $value } không phải số
whatif-no-percentage = { $value } không phải tỷ lệ: viết một số từ 0 đến 100
whatif-no-level = thang { $scale } không có mức { $value }; có: { $levels }
whatif-no-range = { $value } không phải khoảng: viết số nhỏ trước, nhiều nhất 1000 bước, như 70..90:5
whatif-no-such-id = kỳ xét này không có tiêu chí hoặc danh hiệu của { $place }; có: { $ids }
whatif-no-such-id-nearest = kỳ xét này không có tiêu chí hoặc danh hiệu của { $place }; có phải { $near } không?
whatif-title = Nếu thay đổi
whatif-setting = { $name } ({ $place }): { $now } → { $value }
whatif-met = { $before } → { $after } đạt (thêm { $gains }, bớt { $losses })
whatif-open = chưa có kết quả { $before } → { $after }
whatif-not-concerned = không thuộc diện xét
whatif-lines = Đơn vị vượt hoặc tụt qua một mức
whatif-overflows = Nơi số đủ điều kiện vượt chỉ tiêu
whatif-nothing = Không có.
whatif-cost = Tiền thưởng: { $before } → { $after } đồng ({ $more })
whatif-money = { $money } đồng
whatif-flat = Không khen thưởng nào thay đổi trong khoảng này.
whatif-annex = Phụ lục: tác động dự kiến của thay đổi
whatif-columns-heading = Số lượng
whatif-columns = Danh hiệu, hình thức;Trước;Sau;Thêm;Bớt;Chưa có kết quả
whatif-names = Ai thêm, ai bớt
whatif-name-columns = Tên;Mã;Danh hiệu, hình thức;Kết quả
whatif-line-columns = Đơn vị;Danh hiệu, hình thức;Kết quả;Mức
whatif-overflow-columns = Danh hiệu, hình thức;Đơn vị, khối;Trước;Sau
whatif-cost-heading = Kinh phí
