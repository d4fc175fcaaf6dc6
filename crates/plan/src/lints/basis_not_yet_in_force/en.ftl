basis-not-yet-in-force = { $number } is in force from { $first }, after the day of issue { $issued }
basis-not-yet-in-force-help = Rest on what is in force; the new document may be named among the requirements.
