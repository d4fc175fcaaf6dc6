docx-not-a-package = The file is called a Word file but is none.
docx-not-a-package-help = Open it in Word or LibreOffice and save it as .docx.
docx-truncated = The end of the file is missing: it was not copied or downloaded to the end.
docx-truncated-help = Copy or download the file again.
docx-damaged = The file is damaged: { $reason }.
docx-encrypted = The file is locked with a password.
docx-encrypted-help = Open it in Word with the password and save it without one.
docx-too-many-parts = The file holds { $count } parts, more than a document can need.
docx-duplicate-name = Two parts of the file are called { $name }.
docx-unsafe-name = A part of the file is called { $name }, which leads out of the file.
docx-overlap = Parts of the file lie over one another.
docx-no-main-part = The file says nowhere where its text is.
docx-not-word = The file is an office file, but no text document ({ $type }).
docx-part-too-large = The part { $name } of the file is larger than what is read; what comes after was left out.
docx-part-damaged = The part { $name } of the file is damaged; what could be read before was kept.
docx-markup-broken = The file is damaged in or after paragraph { $paragraph } of { $name }; what stands before was kept.
docx-tracked-changes = { $deleted ->
    [one] The text has tracked changes: one deletion was left out,
   *[other] The text has tracked changes: { $deleted } deletions were left out,
} { $inserted ->
    [one] one insertion was kept.
   *[other] { $inserted } insertions were kept.
}
docx-tracked-changes-help = Accept or reject the changes in Word before the document is signed.
docx-hidden-text = { $count ->
    [one] One piece of hidden text was left out.
   *[other] { $count } pieces of hidden text were left out.
}
docx-footnotes = { $count ->
    [one] One note stands after the text.
   *[other] { $count } notes stand after the text.
}
docx-comments = { $count ->
    [one] One comment in the margin was left out.
   *[other] { $count } comments in the margin were left out.
}
docx-running-head = The head or foot of the pages was left out: { $words }
docx-embedded = { $count ->
    [one] A part of the text is embedded from another file and was not read.
   *[other] { $count } parts of the text are embedded from other files and were not read.
}
