archive-line-missing = “Nơi nhận” has no line of the archive
archive-line-missing-help = Add the last line: “Lưu: VT, …”.
