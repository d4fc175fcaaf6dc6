recipients-missing = The document has no recipients
recipients-missing-help = List who gets it and what for: to carry out, to coordinate, to know, to file.
