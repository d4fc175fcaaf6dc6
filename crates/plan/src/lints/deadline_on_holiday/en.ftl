deadline-on-holiday = The deadline { $day } is a public holiday: { $holiday }
deadline-on-holiday-help = The working day before is { $before }: take that, or say that the office is open.
