"""What the peers' papers look like: the same sheet, sizes and looks as this program's."""

from dataclasses import dataclass


@dataclass
class Look:
    """A line of a certificate: how far it stands below the upper edge in millimetres, its size in points, and its look."""

    y: float
    size: float
    bold: bool = False
    italic: bool = False
    red: bool = False
    side: str = "center"

    def onto(self, run):
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        run.font.size, run.bold, run.italic = Pt(self.size), self.bold, self.italic
        run.font.name = "Times New Roman"
        if self.red:
            run.font.color.rgb = RGBColor(200, 16, 32)
        run._parent.alignment = {"center": WD_ALIGN_PARAGRAPH.CENTER, "left": WD_ALIGN_PARAGRAPH.LEFT, "right": WD_ALIGN_PARAGRAPH.RIGHT}[self.side]
        run._parent.paragraph_format.space_after = Pt(2)


LINES = {
    "country": Look(48, 15, bold=True),
    "motto": Look(55.5, 15, bold=True),
    "decidedby": Look(70, 17, bold=True, red=True),
    "act": Look(81, 16, bold=True),
    "honour": Look(97, 32, bold=True, red=True),
    "recipient": Look(111, 20, bold=True),
    "post": Look(120, 15),
    "achievement": Look(129, 15),
    "decision": Look(185, 13, italic=True, side="left"),
    "goldenbook": Look(192, 13, bold=True, italic=True, side="left"),
    "placedate": Look(154, 14, italic=True, side="right"),
    "capacity": Look(161, 14, bold=True, side="right"),
    "signatory": Look(194, 14, bold=True, side="right"),
}


def chunks(certificates, per_file):
    return [certificates[start:start + per_file] for start in range(0, len(certificates), per_file)]


def shape_of_certificates(document):
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(20), Mm(10)
    section.left_margin, section.right_margin = Mm(24), Mm(24)
    return document


def shape_of_decision(document):
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(20), Mm(20), Mm(30), Mm(20)
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Times New Roman", Pt(13)
    return document
