nothing-of-a-plan = Không đọc được nội dung nào của một kế hoạch trong tệp này
nothing-of-a-plan-help = Kiểm tra có đúng tệp không: văn bản phải nói mục đích, đối tượng, tiêu chí, khen thưởng, nhiệm vụ hoặc thời gian.
