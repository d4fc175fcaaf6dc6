award-without-dossier = “{ $award }” does not say which papers the file has
award-without-dossier-help = List the papers, or name the document that does.
