too-deep = Parts nest deeper than { $limit }; what lies deeper was read as plain text.
too-large = The file has more than { $limit } characters; what comes after was not read.
old-word-file = This is a Word file of the old kind (.doc), which is not read.
old-word-file-help = Open it in Word or LibreOffice, choose “Save as”, and save it as .docx.
no-document = This file is no document but { $kind }.
no-document-help = Give the document itself: .docx, .pdf with text, .html, .txt or .md.
empty-file = The file is empty.
