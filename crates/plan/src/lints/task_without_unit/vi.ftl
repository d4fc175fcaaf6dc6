task-without-unit = Không nói ai làm việc: “{ $task }”
task-without-unit-help = Giao việc cho một đơn vị, hoặc bỏ việc ấy.
