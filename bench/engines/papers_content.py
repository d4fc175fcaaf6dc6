"""The words of papers, taken out of Word files of this program, so that all set the same: papers_content.py certificates|decision FILE.docx... > content.json"""

import json
import sys

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

FIRST = "FaceCountry"


def certificates(files):
    """A dictionary for each certificate: its lines by their styles."""
    found = []
    for file in files:
        document = docx.Document(file)
        for element in document.element.body.iter(qn("w:p")):
            paragraph = Paragraph(element, document)
            if not paragraph.text:
                continue
            if paragraph.style.name == FIRST:
                found.append({})
            found[-1][paragraph.style.name.removeprefix("Face").lower()] = paragraph.text
    return found


def decision(files):
    """Paragraphs, and tables as rows of cells, in the order of the file."""
    document = docx.Document(files[0])
    blocks = []
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            blocks.append({"paragraph": Paragraph(element, document).text})
        elif element.tag == qn("w:tbl"):
            rows = [[cell.text for cell in each_once(row.cells)] for row in Table(element, document).rows]
            blocks.append({"rows": rows})
    return blocks


def each_once(cells):
    """A cell over several columns is named once for each."""
    found = []
    for cell in cells:
        if not found or cell._tc is not found[-1]._tc:
            found.append(cell)
    return found


if __name__ == "__main__":
    kind, *files = sys.argv[1:]
    json.dump({"certificates": certificates, "decision": decision}[kind](files), sys.stdout, ensure_ascii=False)
