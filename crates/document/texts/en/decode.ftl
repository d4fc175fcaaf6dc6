old-encoding = The text was in { $name } and was converted to Unicode.
old-encoding-help = Compare capitals and special characters with the original once; then save the file as Unicode (UTF-8).
damaged-bytes = { $count ->
    [one] One place holds bytes that fit no encoding.
   *[other] { $count } places hold bytes that fit no encoding.
}
damaged-bytes-help = The first one is marked; take the text from the original again.
control-characters = { $count ->
    [one] One control character was left out.
   *[other] { $count } control characters were left out.
}
look-alike-letters = { $count ->
    [one] One foreign letter that looks like Đ was taken for Đ.
   *[other] { $count } foreign letters that look like Đ were taken for Đ.
}
