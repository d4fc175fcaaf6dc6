series-against-dates = Số và ngày chạy ngược nhau: { $number } ngày { $date }, { $other } ngày { $otherdate }
series-against-dates-help = Trong một năm, số lớn hơn phải ra sau. Đối chiếu hai văn bản rồi sửa số hoặc ngày.
