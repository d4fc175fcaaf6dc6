criterion-unmeasurable = Không có cách nào đo: “{ $criterion }”
criterion-unmeasurable-help = Ghi con số, thời hạn, văn bản hoặc mức xếp loại; hoặc nói ai xác nhận.
