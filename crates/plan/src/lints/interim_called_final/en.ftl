interim-called-final = The review of the phase up to { $year } is called final here and interim there
interim-called-final-help = Use one name for one event: interim on the way, final at the end.
interim-called-final-interim = It is called interim here
