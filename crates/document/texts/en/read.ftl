old-word-file = This is a Word file of the old kind (.doc), which is not read.
old-word-file-help = Open it in Word or LibreOffice, choose “Save as”, and save it as .docx.
no-document = { $kind ->
    [image] This file is a picture.
    [package] This file is a packed folder.
    [rich-text] This file is in Rich Text Format (.rtf), which is not read.
   *[other] This file is no document.
}
no-document-help = Give the document itself: .docx, .pdf with text, .html, .txt or .md.
empty-file = The file is empty.
