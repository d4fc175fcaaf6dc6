task-without-date = “{ $unit }” được giao { $tasks } việc, không việc nào có thời hạn
task-without-date-help = Ghi thời hạn, hoặc nói rõ là việc thường xuyên.
