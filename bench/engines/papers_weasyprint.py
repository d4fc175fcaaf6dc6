"""WeasyPrint: papers_weasyprint.py certificates|decision CONTENT.json OUT COUNT PER_FILE"""

import json
import sys
from html import escape
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from papers_shapes import LINES, chunks

# A file for keeping, tagged, as this program writes it.
STANDARD = {"pdf_variant": "pdf/a-2a", "pdf_tags": True}
HEAD = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head><body>'
ON_SHEET = "@page { size: 297mm 210mm; margin: 0 } body { margin: 0; font-family: 'Liberation Serif' } section { position: relative; width: 297mm; " \
    "height: 210mm; break-after: page } p { position: absolute; left: 24mm; width: 249mm; margin: 0; line-height: 1.3; white-space: pre-line }"
ON_PAGE = "@page { size: A4; margin: 20mm 20mm 20mm 30mm } body { font: 13pt 'Liberation Serif' } table { border-collapse: collapse; width: 100% } " \
    "td { border: .5pt solid; padding: 2pt }"
FONTS = FontConfiguration()


def certificates(content, out, count, per_file):
    looks = "".join(f".{name} {{ {css(look)} }} " for name, look in LINES.items())
    for number, part in enumerate(chunks(content[:count], per_file), 1):
        pages = ("<section>" + "".join(f'<p class="{name}">{escape(words)}</p>' for name, words in each.items()) + "</section>" for each in part)
        text = HEAD.format(title=escape(part[0]["honour"]), style=ON_SHEET + looks) + "".join(pages)
        HTML(string=text).write_pdf(out / f"award-{number:05}.pdf", font_config=FONTS, **STANDARD)


def css(look):
    """The foot of a line of 1.3 stands a third below its letters."""
    top = look.y * 72 / 25.4 - look.size * 1.04
    words = [f"top: {top:.2f}pt; font-size: {look.size}pt; text-align: {look.side}"]
    words += ["font-weight: bold"] * look.bold + ["font-style: italic"] * look.italic + ["color: #c81020"] * look.red
    return "; ".join(words)


def decision(blocks, out):
    parts = [HEAD.format(title="Quyết định", style=ON_PAGE)]
    for block in blocks:
        if "paragraph" in block:
            parts.append(f"<p>{escape(block['paragraph'])}</p>")
        else:
            columns = max(map(len, block["rows"]))
            rows = ("<tr>" + "".join(cell(words, columns, row) for words in row) + "</tr>" for row in block["rows"])
            parts.append(f"<table>{''.join(rows)}</table>")
    HTML(string="".join(parts)).write_pdf(out / "decision.pdf", font_config=FONTS, **STANDARD)


def cell(words, columns, row):
    """A row of one cell is a line over the whole table."""
    return f'<td colspan="{columns}">{escape(words)}</td>' if len(row) == 1 else f"<td>{escape(words)}</td>"


if __name__ == "__main__":
    kind, content, out, count, per_file = sys.argv[1:]
    content, out = json.loads(Path(content).read_text(encoding="utf-8")), Path(out)
    certificates(content, out, int(count), int(per_file)) if kind == "certificates" else decision(content, out)
