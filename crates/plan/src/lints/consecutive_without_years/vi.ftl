consecutive-without-years = “{ $criterion }”: liên tục nhưng không nói bao nhiêu năm
consecutive-without-years-help = Ghi số năm (hoặc số lần) liên tục và tính đến năm nào.
