basis-amended = { $number } đã được sửa đổi bởi { $by }, mà kế hoạch không nêu
basis-amended-help = Thêm văn bản sửa đổi vào căn cứ, sau khi đối chiếu nội dung.
