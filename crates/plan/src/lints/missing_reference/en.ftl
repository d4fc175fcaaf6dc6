missing-reference = The text refers to “{ $reference }”, and has no such part
missing-reference-help = Mend the labels; when the numbering changes, references change with it.
