# Sai sót của phần bổ sung cho kế hoạch.

completion-needed-help = viết phần bổ sung có các mục [[{ $table }]] và chỉ ra bằng --complete (docs/plan-toml.md, mục "A completion"); `phongtrao read` cho biết văn bản có những gì
completion-needs = văn bản không cho mục [[{ $table }]] nào để xét
completion-nothing-to-drop = không có mục [[{ $table }]] nào để bỏ ở đây
completion-nothing-to-drop-help = ghi điều, khoản (clause) hoặc mã (id) như `phongtrao read` đã ghi
completion-other-text = phần bổ sung này viết cho một văn bản khác
completion-other-text-help = đối chiếu lại với văn bản mới, rồi ghi sha256 = "{ $hash }" hoặc bỏ bảng này đi
completion-unknown-clause = văn bản không có điều, khoản “{ $clause }”
completion-unknown-clause-help = địa chỉ là các ký hiệu nối bằng dấu chấm, như C.III.2.b; `phongtrao read` ghi điều, khoản của từng mục
