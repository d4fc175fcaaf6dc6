//! Styles: each with what it inherits.

use std::collections::BTreeMap;

use phongtrao_ooxml::{Element, Scanner, Token, Vocabulary};

use super::properties::{ParagraphProperties, RunProperties};

/// How far a chain of styles is followed; Word itself allows eleven.
const CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    run_defaults: RunProperties,
    paragraph_defaults: ParagraphProperties,
    nothing: Style,
}

/// A style.
#[derive(Debug, Default, Clone)]
pub(super) struct Style {
    pub(super) run: RunProperties,
    pub(super) paragraph: ParagraphProperties,
    based_on: Option<String>,
}

impl Styles {
    /// The styles of the part, as far as it can be read.
    pub(super) fn read(text: &str) -> Styles {
        let mut reading = Reading::default();
        let mut scanner = Scanner::new(text);
        while let Some(Ok(token)) = scanner.next() {
            match token {
                Token::Start(element) if element.vocabulary == Vocabulary::Word => reading.start(&element),
                Token::End(Vocabulary::Word, name) => reading.end(name),
                _ => {}
            }
        }
        reading.styles.inherit()
    }

    /// The style of a paragraph, by the name that it gives.
    pub(super) fn paragraph(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).or_else(|| self.by_id.get(self.default.as_ref()?)).unwrap_or(&self.nothing)
    }

    /// The style of a run, by the name that it gives.
    pub(super) fn character(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.nothing)
    }

    /// The list that a numbering style stands for.
    pub(super) fn list(&self, id: &str) -> Option<i64> {
        self.by_id.get(id)?.paragraph.list
    }

    /// What holds for all runs.
    pub(super) fn run_defaults(&self) -> &RunProperties {
        &self.run_defaults
    }

    /// What holds for all paragraphs.
    pub(super) fn paragraph_defaults(&self) -> &ParagraphProperties {
        &self.paragraph_defaults
    }

    fn inherit(mut self) -> Styles {
        let own = self.by_id.clone();
        for style in self.by_id.values_mut() {
            let mut base = style.based_on.as_ref().and_then(|id| own.get(id));
            for _ in 0..CHAIN {
                let Some(found) = base else { break };
                style.run = std::mem::take(&mut style.run).over(&found.run);
                style.paragraph = std::mem::take(&mut style.paragraph).over(&found.paragraph);
                base = found.based_on.as_ref().and_then(|id| own.get(id));
            }
        }
        self
    }
}

#[derive(Default)]
struct Reading {
    styles: Styles,
    open: Option<(String, Style)>,
    in_defaults: bool,
    in_run: bool,
    in_paragraph: bool,
    /// Properties of rows and cells, and what they were before a change, are not those of the style.
    aside: usize,
}

impl Reading {
    fn start(&mut self, element: &Element<'_>) {
        if self.aside > 0 || matches!(element.name, "tblStylePr" | "pPrChange" | "rPrChange" | "latentStyles") {
            self.aside += 1;
            return;
        }
        match element.name {
            "style" => self.open(element),
            "docDefaults" => self.in_defaults = true,
            "rPr" => self.in_run = true,
            "pPr" => self.in_paragraph = true,
            _ => self.take(element),
        }
    }

    fn end(&mut self, name: &str) {
        if self.aside > 0 {
            self.aside -= 1;
            return;
        }
        match name {
            "style" => {
                if let Some((id, style)) = self.open.take() {
                    self.styles.by_id.entry(id).or_insert(style);
                }
            }
            "docDefaults" => self.in_defaults = false,
            "rPr" => self.in_run = false,
            "pPr" => self.in_paragraph = false,
            _ => {}
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        let id = element.attribute("styleId").unwrap_or_default().into_owned();
        let is_default = element.attribute("default").is_some_and(|value| matches!(&*value, "1" | "true" | "on"));
        if is_default && element.attribute("type").as_deref() == Some("paragraph") {
            self.styles.default = Some(id.clone());
        }
        self.open = Some((id, Style::default()));
    }

    fn take(&mut self, element: &Element<'_>) {
        if self.in_defaults {
            match () {
                () if self.in_run => self.styles.run_defaults.take(element),
                () if self.in_paragraph => self.styles.paragraph_defaults.take(element),
                () => {}
            }
            return;
        }
        let Some((id, style)) = &mut self.open else { return };
        match element.name {
            _ if self.in_run => style.run.take(element),
            _ if self.in_paragraph => {
                style.paragraph.take(element);
                if element.name == "numId" {
                    style.paragraph.list_style = Some(id.clone());
                }
            }
            "basedOn" => style.based_on = element.value().map(Into::into),
            // A heading that Word brings along has the same name in all languages; its definition may leave the level out.
            "name" => {
                let name = element.value().unwrap_or_default().to_ascii_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
                style.paragraph.outline = level.filter(|level| (1..=9).contains(level)).map(|level| level - 1);
            }
            _ => {}
        }
    }
}
