basis-after-issue = Căn cứ { $basis } ngày { $date } ra sau ngày ban hành { $issued }
basis-after-issue-help = Sửa ngày của căn cứ, hoặc ngày ban hành.
