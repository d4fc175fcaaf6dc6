numbering-style-mixed = Cùng một dãy mà cách đánh số khác nhau: “{ $label }” sau “{ $before }”
numbering-style-mixed-help = Dùng một cách cho cả dãy: khoản “1.”, điểm “a)”.
numbering-style-mixed-before = Ở đây viết khác
