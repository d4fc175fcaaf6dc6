numbering-restart = “{ $label }” đứng sau “{ $before }” trong cùng một dãy
numbering-restart-help = Đánh số tiếp theo; hai phần cùng số thì không dẫn tới được.
numbering-restart-before = phần liền trước
