subject-without-criteria = Đối tượng “{ $subject }” không có tiêu chí nào
subject-without-criteria-help = Viết tiêu chí cho đối tượng này, hoặc bỏ đối tượng khỏi kế hoạch.
