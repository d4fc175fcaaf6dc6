title-called-commendation = “{ $name }” là danh hiệu thi đua, không phải hình thức khen thưởng
title-called-commendation-reverse = “{ $name }” là hình thức khen thưởng, không phải danh hiệu
title-called-commendation-help = Gọi đúng loại: danh hiệu và hình thức khen thưởng khác nhau về tiêu chuẩn, hồ sơ và tiền thưởng.
