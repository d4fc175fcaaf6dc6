"""Makes workbooks of the cases on standard input, each by openpyxl (NAME-openpyxl.xlsx), as an OpenDocument table (NAME-opendocument.fods),
and as CSV (NAME-csv.csv) where one can hold it.

A row is a line, `|` parts its cells: `#12` is a number, `@2026-08-30 d/m/yyyy` a day in a format, all else text.
"""
import csv, datetime, itertools, json, pathlib, re, sys
from xml.sax.saxutils import quoteattr, escape
import openpyxl
from openpyxl.utils import range_boundaries

out = pathlib.Path(sys.argv[1])


def rows(text):
    return [[cell.strip() for cell in line.split("|")] if line.strip() else [] for line in text.strip("\n").split("\n")]


def kind(cell):
    if cell.startswith("#"):
        return "float", float(cell[1:]), "General"
    if cell.startswith("@"):
        day, shape = cell[1:].split(" ", 1)
        return "date", datetime.date.fromisoformat(day), shape
    return "string", cell or None, "General"


def by_openpyxl(case):
    book = openpyxl.Workbook()
    pages = [(book.active, "Danh sách", case["sheet"])]
    if case["codes"]:
        pages.append((book.create_sheet("DM"), "DM", case["codes"]))
    for page, title, text in pages:
        page.title = title
        for number, row in enumerate(rows(text), 1):
            for column, cell in enumerate(row, 1):
                _, value, shape = kind(cell)
                page.cell(number, column, value).number_format = shape
    for merged in case["merged"]:
        pages[0][0].merge_cells(merged)
    if case["codes"]:
        book["DM"].sheet_state = "hidden"
    book.save(out / f"{case['name']}-openpyxl.xlsx")


PIECES = {"d": "<number:day/>", "dd": '<number:day number:style="long"/>', "m": "<number:month/>", "mm": '<number:month number:style="long"/>',
          "yy": "<number:year/>", "yyyy": '<number:year number:style="long"/>'}


def by_opendocument(case):
    styles, pages = {}, []
    for title, text, style, merged in [("Danh sách", case["sheet"], "seen", case["merged"]), ("DM", case["codes"], "hidden", [])]:
        if text:
            pages.append(f'<table:table table:name={quoteattr(title)} table:style-name="{style}">{opendocument_rows(rows(text), merged, styles)}</table:table>')
    shapes = "".join(
        f'<number:date-style style:name="N{at}" number:language="vi" number:country="VN">{pieces(shape)}</number:date-style>'
        f'<style:style style:name="c{at}" style:family="table-cell" style:data-style-name="N{at}"/>' for shape, at in styles.items())
    spaces = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in [
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle")])
    seen = "".join(f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{shown}"/></style:style>'
                   for name, shown in [("seen", "true"), ("hidden", "false")])
    (out / f"{case['name']}-opendocument.fods").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f'<office:automatic-styles>{shapes}{seen}</office:automatic-styles><office:body><office:spreadsheet>{"".join(pages)}</office:spreadsheet></office:body></office:document>',
        encoding="utf-8")


def pieces(shape):
    return "".join(PIECES.get(piece) or f"<number:text>{escape(piece.strip(chr(34)))}</number:text>" for piece in re.findall(r'"[^"]*"|d+|m+|y+|[^dmy"]', shape))


def opendocument_rows(lines, merged, styles):
    spans = {}
    for left, top, right, bottom in map(range_boundaries, merged):
        for row, column in itertools.product(range(top, bottom + 1), range(left, right + 1)):
            spans[row, column] = (bottom - top + 1, right - left + 1) if (row, column) == (top, left) else None
    width = max(map(len, lines))
    written = []
    for number, row in enumerate(lines, 1):
        cells = []
        for column, cell in enumerate(row + [""] * (width - len(row)), 1):
            sort, value, shape = kind(cell)
            said = ""
            if sort == "float":
                said = f'office:value-type="float" office:value="{value}"'
            elif sort == "date":
                said = f'office:value-type="date" office:date-value="{value}" table:style-name="c{styles.setdefault(shape, len(styles))}"'
            elif value:
                said = 'office:value-type="string"'
            words = f"<text:p>{escape(value)}</text:p>" if sort == "string" and value else ""
            span = spans.get((number, column), 0)
            name = "covered-table-cell" if span is None else "table-cell"
            if span:
                said += f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
            cells.append(f"<table:{name} {said}>{words}</table:{name}>")
        written.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return "".join(written)


def by_hand(case):
    shown = {"string": lambda value: value or "", "float": lambda value: f"{value:g}"}
    with open(out / f"{case['name']}-csv.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[shown[kind(cell)[0]](kind(cell)[1]) for cell in row] for row in rows(case["sheet"])])


for case in json.load(sys.stdin):
    by_openpyxl(case)
    by_opendocument(case)
    if not case["merged"] and not case["codes"] and "@" not in case["sheet"]:
        by_hand(case)
