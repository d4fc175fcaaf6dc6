# Khung của các cách trình bày nhận xét.
severity-error = lỗi
severity-warning = cần xem
severity-note = ghi chú
help = nên làm
fix = có thể tự sửa
several-lines = { $first } … { $last }
count-of-findings = { $errors } lỗi, { $warnings } chỗ cần xem, { $notes } ghi chú
nothing-found = Không có nhận xét nào.
page-title = Nhận xét về { $file }
page-title-of-several = Nhận xét về { $files } tệp
page-counted-errors = lỗi phải sửa
page-counted-warnings = chỗ cần xem
page-counted-notes = ghi chú
page-text = Văn bản
page-findings = Nhận xét
page-line = dòng { $line }
