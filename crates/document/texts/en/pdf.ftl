# What the reader of PDFs met.

no-text-layer = The PDF is a picture of paper and has no text layer.
no-text-layer-help = Ask for the Word file (.docx) of the document; if there is none, run text recognition (OCR) for Vietnamese and read the result.
page-without-text = Pages that are pictures without a text layer: { $pages }.
page-without-text-help = What stands on these pages was not read; ask for the Word file (.docx) or run text recognition (OCR).
pdf-cut = The PDF is too long; only its first { $count } pages were read.
pdf-cut-help = Split the file and read its parts.
pdf-damaged = The PDF is damaged: no page was found in it.
pdf-damaged-help = Download the file again, or open it in a PDF viewer and print it to PDF.
pdf-encrypted = The PDF has a password.
pdf-encrypted-help = Open it with the password, save a copy without one, and read the copy.
pdf-letters-lost = The fonts of the file do not tell which letters { $count } of its signs are.
pdf-letters-lost-help = These letters show as “�”; ask for the Word file (.docx) of the document.
pdf-parser-failed = The PDF could not be read ({ $reason }).
pdf-parser-failed-help = Open the file in a PDF viewer and print it to PDF, or ask for the Word file (.docx) of the document.
pdf-too-large = The PDF needs more memory than a file may have.
pdf-too-large-help = Split the file, or ask for the Word file (.docx) of the document.
pdf-too-slow = Reading the PDF took longer than it may.
pdf-too-slow-help = Open the file in a PDF viewer and print it to PDF, or ask for the Word file (.docx) of the document.
