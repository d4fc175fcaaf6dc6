word-broken = Tệp bị mất hoặc hỏng chữ (số từ: { $count })
word-broken-help = Đối chiếu với bản gốc; chữ đọc được đã sửa theo phỏng đoán, nên xuất lại tệp từ bản soạn thảo.
