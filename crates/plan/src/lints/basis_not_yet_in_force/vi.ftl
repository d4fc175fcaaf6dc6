basis-not-yet-in-force = { $number } có hiệu lực từ ngày { $first }, sau ngày ban hành { $issued }
basis-not-yet-in-force-help = Căn cứ vào văn bản đang có hiệu lực; có thể nêu văn bản mới ở phần yêu cầu.
