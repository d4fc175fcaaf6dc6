title-misspelled = “{ $printed }” viết khác tên trong Luật: “{ $name }”
title-misspelled-help = Viết đúng tên danh hiệu hoặc hình thức khen thưởng như trong Luật Thi đua, khen thưởng.
title-misspelled-fix = sửa thành “{ $name }”
