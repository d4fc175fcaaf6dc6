signatory-blank = Không có họ tên người ký
signatory-blank-help = Ghi chức vụ và họ tên người ký.
