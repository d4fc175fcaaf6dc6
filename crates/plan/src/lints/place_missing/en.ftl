place-missing = No place stands before the date of issue
place-missing-help = Write where the issuing body has its seat: “Sông Vân, ngày … tháng … năm …”.
