missing-reference = Văn bản dẫn tới “{ $reference }” nhưng không có phần ấy
missing-reference-help = Sửa lại cho đúng số, chữ của phần muốn dẫn; đánh số thay đổi thì các chỗ dẫn phải đổi theo.
