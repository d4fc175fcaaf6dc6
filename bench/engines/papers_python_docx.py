"""python-docx: papers_python_docx.py decision CONTENT.json OUT COUNT PER_FILE"""

import json
import sys
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from papers_shapes import shape_of_decision


def decision(blocks, out):
    document = shape_of_decision(docx.Document())
    for block in blocks:
        if "paragraph" in block:
            document.add_paragraph(block["paragraph"])
        else:
            rows_of(document, block["rows"])
    document.save(out / "decision.docx")


def rows_of(document, rows):
    """Rows are put together from elements: `table.cell` looks through the whole table for each."""
    table = document.add_table(0, max(map(len, rows)), "Table Grid")
    for words in rows:
        row = OxmlElement("w:tr")
        for word in words:
            cell, paragraph, run, text = (OxmlElement(name) for name in ("w:tc", "w:p", "w:r", "w:t"))
            text.text = word
            text.set(qn("xml:space"), "preserve")
            run.append(text)
            paragraph.append(run)
            cell.append(paragraph)
            row.append(cell)
        table._tbl.append(row)


if __name__ == "__main__":
    kind, content, out, count, per_file = sys.argv[1:]
    decision(json.loads(Path(content).read_text(encoding="utf-8")), Path(out))
