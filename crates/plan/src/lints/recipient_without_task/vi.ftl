recipient-without-task = { $who } nhận “để thực hiện” nhưng kế hoạch không giao việc gì
recipient-without-task-help = Giao việc cho nơi nhận này, hoặc đổi mục đích nhận (để biết, để phối hợp).
