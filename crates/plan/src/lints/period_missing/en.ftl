period-missing = The emulation plan does not say when the movement begins and ends
period-missing-help = State the period: from what day to what day, or its phases.
