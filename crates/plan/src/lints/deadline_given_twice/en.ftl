deadline-given-twice = The deadline is { $second }, and elsewhere { $first } for the same thing
deadline-given-twice-help = Settle on one date and write it in both places; if they are two things, name them differently.
deadline-given-twice-first = here { $day }
