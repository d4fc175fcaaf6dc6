phases-out-of-order = “{ $second }” ends on { $ends }, before “{ $first }” begins on { $begins }
phases-out-of-order-help = Look at the dates again, at the year first; or put the phases into order.
