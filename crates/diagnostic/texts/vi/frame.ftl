# Khung của các cách trình bày nhận xét.
severity-error = lỗi
severity-warning = cần xem
severity-note = ghi chú
help = nên làm
fix = có thể tự sửa
several-lines = { $first } … { $last }
count-of-findings = { $errors } lỗi, { $warnings } chỗ cần xem, { $notes } ghi chú
nothing-found = Không có nhận xét nào.
