criterion-beyond-subject = Cá nhân không tự làm được việc này: “{ $act }”
criterion-beyond-subject-referred = Cá nhân được dẫn tới một tiêu chí mà chỉ cơ quan, đơn vị làm được (“{ $act }”): “{ $criterion }”
criterion-beyond-subject-here = tiêu chí được dẫn tới
criterion-beyond-subject-help = Tách tiêu chí của cá nhân khỏi tiêu chí của tập thể, hoặc nói phần việc của cá nhân (tham gia, đề xuất, thực hiện).
