judging-circle = các hình thức chờ nhau thành vòng: { $awards }
judging-circle-help = Bỏ một điều kiện để có hình thức được xét trước.
