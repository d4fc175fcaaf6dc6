award-without-form = “{ $heading }” không nói khen bằng danh hiệu hay hình thức nào
award-without-form-help = Ghi danh hiệu hoặc hình thức (Giấy khen, Bằng khen…) và người có thẩm quyền tặng.
