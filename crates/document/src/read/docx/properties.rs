//! Properties of runs and paragraphs, as they stand at one place: what is not said there is left open.

use phongtrao_ooxml::Element;

use crate::decode::legacy::Encoding;

/// Properties of a run or of a style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RunProperties {
    pub(super) style: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) capitals: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// The encoding that the font shows; said to be none when the font is one of Unicode.
    pub(super) encoding: Option<Option<Encoding>>,
}

impl RunProperties {
    /// Takes what an element within `w:rPr` says.
    pub(super) fn take(&mut self, element: &Element<'_>) {
        match element.name {
            "rStyle" => self.style = element.value().map(Into::into),
            "b" => self.bold = Some(element.is_on()),
            "i" => self.italic = Some(element.is_on()),
            "caps" => self.capitals = Some(element.is_on()),
            "vanish" => self.hidden = Some(element.is_on()),
            "rFonts" => {
                if let Some(font) = element.attribute("ascii").or_else(|| element.attribute("hAnsi")) {
                    self.encoding = Some(Encoding::of_font(&font));
                }
            }
            _ => {}
        }
    }

    /// What is open here, as `base` has it.
    pub(super) fn over(self, base: &RunProperties) -> RunProperties {
        RunProperties {
            style: self.style.or_else(|| base.style.clone()),
            bold: self.bold.or(base.bold),
            italic: self.italic.or(base.italic),
            capitals: self.capitals.or(base.capitals),
            hidden: self.hidden.or(base.hidden),
            encoding: self.encoding.or(base.encoding),
        }
    }
}

/// Properties of a paragraph or of a style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    pub(super) centred: Option<bool>,
    /// From 0; 9 says that the paragraph is no heading.
    pub(super) outline: Option<u8>,
    /// The list; 0 takes a paragraph out of the list of its style.
    pub(super) list: Option<i64>,
    /// The level in the list, from 0.
    pub(super) level: Option<usize>,
    /// The style that said which list.
    pub(super) list_style: Option<String>,
}

impl ParagraphProperties {
    /// Takes what an element within `w:pPr` says.
    pub(super) fn take(&mut self, element: &Element<'_>) {
        match element.name {
            "pStyle" => self.style = element.value().map(Into::into),
            "jc" => self.centred = Some(element.value().as_deref() == Some("center")),
            "outlineLvl" => self.outline = element.number("val").and_then(|level| u8::try_from(level).ok()),
            "numId" => self.list = element.number("val"),
            "ilvl" => self.level = element.number("val").and_then(|level| usize::try_from(level).ok()),
            _ => {}
        }
    }

    /// What is open here, as `base` has it.
    pub(super) fn over(self, base: &ParagraphProperties) -> ParagraphProperties {
        let list_style = if self.list.is_some() { self.list_style } else { base.list_style.clone() };
        ParagraphProperties {
            style: self.style.or_else(|| base.style.clone()),
            centred: self.centred.or(base.centred),
            outline: self.outline.or(base.outline),
            list: self.list.or(base.list),
            level: self.level.or(base.level),
            list_style,
        }
    }
}
