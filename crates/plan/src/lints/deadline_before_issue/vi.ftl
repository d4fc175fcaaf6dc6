deadline-before-issue = Hạn ngày { $day } đã qua khi văn bản được ban hành, ngày { $issued }
deadline-before-issue-help = Xem lại ngày, nhất là năm; việc đã làm xong thì không ghi thành hạn.
