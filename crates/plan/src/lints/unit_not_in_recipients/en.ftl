unit-not-in-recipients = { $unit } has tasks and is not among the recipients
unit-not-in-recipients-help = Add it to the recipients, or say which unit passes the plan on.
