"""docxtpl: papers_docxtpl.py certificates|decision CONTENT.json OUT COUNT PER_FILE; first with `template` before these, which is not timed."""

import json
import sys
from pathlib import Path

from papers_shapes import LINES, chunks, shape_of_certificates, shape_of_decision


def template(kind, content, out):
    """The template that an office would draw in Word, made by python-docx."""
    import docx

    if kind == "certificates":
        document = shape_of_certificates(docx.Document())
        document.add_paragraph("{%p for each in certificates %}")
        for name, look in LINES.items():
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.page_break_before = name == "country"
            look.onto(paragraph.add_run("{{ each." + name + " }}"))
        document.add_paragraph("{%p endfor %}")
    else:
        document = shape_of_decision(docx.Document())
        for number, block in enumerate(content):
            if "paragraph" in block:
                document.add_paragraph("{{ blocks[%d].paragraph }}" % number)
                continue
            columns = max(map(len, block["rows"]))
            table = document.add_table(3, columns, "Table Grid")
            table.rows[0].cells[0].text = "{%%tr for row in blocks[%d].rows %%}" % number
            for column in range(columns):
                table.rows[1].cells[column].text = "{{ row[%d] }}" % column
            table.rows[2].cells[0].text = "{%tr endfor %}"
    document.save(template_of(out))


def template_of(out):
    return out / "template.docx"


def render(kind, content, out, count, per_file):
    from docxtpl import DocxTemplate

    if kind == "certificates":
        for number, part in enumerate(chunks(content[:count], per_file), 1):
            made = DocxTemplate(template_of(out))
            made.render({"certificates": part}, autoescape=True)
            made.save(out / f"award-{number:05}.docx")
    else:
        made = DocxTemplate(template_of(out))
        made.render({"blocks": content}, autoescape=True)
        made.save(out / "decision.docx")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    is_template = arguments[0] == "template"
    kind, content, out, count, per_file = arguments[is_template:]
    content, out = json.loads(Path(content).read_text(encoding="utf-8")), Path(out)
    template(kind, content, out) if is_template else render(kind, content, out, int(count), int(per_file))
