basis-repealed = { $number } hết hiệu lực sau ngày { $last }, trước ngày ban hành { $issued }
basis-repealed-help = Văn bản thay thế: { $successor }. Đối chiếu nội dung rồi sửa căn cứ.
basis-repealed-nothing = Tìm văn bản đang có hiệu lực và sửa căn cứ.
