# Kết quả họp ghi trong thư mục dữ liệu.
meeting-row = xem lại { $file }, dòng { $line }
