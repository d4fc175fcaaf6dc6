//! Automatic numbering: lists, and where each of them has come.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_ooxml::{Element, Scanner, Token, Vocabulary};

use super::label::{NumberFormat, bullet};
use super::styles::Styles;

/// A list has nine levels.
const LEVELS: usize = 9;
/// Longer texts of a level are cut: the text is repeated at each paragraph.
const LEVEL_TEXT: usize = 100;
/// How far links from list to style to list are followed.
const LINKS: usize = 8;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: BTreeMap<i64, Kind>,
    lists: BTreeMap<i64, List>,
}

/// A kind of list: what several lists share, also their counting.
#[derive(Debug, Default)]
struct Kind {
    levels: BTreeMap<usize, Level>,
    /// The style that stands for the list which is meant instead.
    link: Option<String>,
}

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: i64,
    format: NumberFormat,
    text: String,
    font: Option<String>,
    suffix: Suffix,
    /// The level (from 1) whose numbers let this one begin again; 0 never.
    restart: Option<usize>,
    /// All numbers in figures.
    legal: bool,
    style: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Suffix {
    /// A tab or a space: a reader sees a gap.
    #[default]
    Gap,
    Nothing,
}

#[derive(Debug, Default)]
struct List {
    kind: i64,
    starts: BTreeMap<usize, i64>,
    levels: BTreeMap<usize, Level>,
}

impl Numbering {
    /// The lists of the part, as far as it can be read.
    pub(super) fn read(text: &str) -> Numbering {
        let mut reading = Reading::default();
        let mut scanner = Scanner::new(text);
        while let Some(Ok(token)) = scanner.next() {
            match token {
                Token::Start(element) if element.vocabulary == Vocabulary::Word => reading.start(&element),
                Token::End(Vocabulary::Word, name) => reading.end(name),
                _ => {}
            }
        }
        reading.numbering
    }

    fn kind(&self, list: i64, styles: &Styles) -> Option<(i64, &Kind)> {
        let mut list = list;
        for _ in 0..LINKS {
            let id = self.lists.get(&list)?.kind;
            let kind = self.kinds.get(&id)?;
            match kind.link.as_ref().and_then(|style| styles.list(style)) {
                Some(linked) if kind.levels.is_empty() && linked != list => list = linked,
                _ => return Some((id, kind)),
            }
        }
        None
    }

    /// The level that a kind of list keeps for a style.
    fn level_of_style(&self, list: i64, styles: &Styles, style: &str) -> Option<usize> {
        let (_, kind) = self.kind(list, styles)?;
        kind.levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(number, _)| *number)
    }
}

/// Lists and where each has come.
#[derive(Debug)]
pub(super) struct Counting<'a> {
    numbering: &'a Numbering,
    styles: &'a Styles,
    counters: BTreeMap<i64, [Option<i64>; LEVELS]>,
    /// Lists that have set their kind's counters to their own beginning.
    begun: BTreeSet<i64>,
}

impl<'a> Counting<'a> {
    /// Nothing counted so far.
    pub(super) fn new(numbering: &'a Numbering, styles: &'a Styles) -> Counting<'a> {
        Counting { numbering, styles, counters: BTreeMap::new(), begun: BTreeSet::new() }
    }

    /// The label of the next paragraph of a list, with the gap after it. `style` is the style that put the paragraph into the list.
    pub(super) fn next(&mut self, list: i64, level: Option<usize>, style: Option<&str>) -> Option<String> {
        let numbering = self.numbering;
        let (id, kind) = numbering.kind(list, self.styles)?;
        let own = numbering.lists.get(&list)?;
        let linked = || style.and_then(|style| numbering.level_of_style(list, self.styles, style));
        let at = level.or_else(linked).unwrap_or(0).min(LEVELS - 1);
        let level_of = |number: usize| own.levels.get(&number).or_else(|| kind.levels.get(&number));
        let level = level_of(at)?;

        let counters = self.counters.entry(id).or_default();
        if self.begun.insert(list) {
            for (number, start) in own.starts.iter().filter(|(number, _)| **number < LEVELS) {
                counters[*number] = Some(start.saturating_sub(1));
            }
        }
        count(counters, at, &level_of);
        let label = match level.format {
            NumberFormat::Bullet => bullet(&level.text, level.font.as_deref()),
            _ => numbered(level, counters, &level_of),
        };
        match level.suffix {
            _ if label.is_empty() => None,
            Suffix::Gap => Some(label + " "),
            Suffix::Nothing => Some(label),
        }
    }
}

fn count<'l>(counters: &mut [Option<i64>; LEVELS], at: usize, level_of: &dyn Fn(usize) -> Option<&'l Level>) {
    let start = |number: usize| level_of(number).map_or(1, |level| level.start);
    counters[at] = Some(counters[at].map_or_else(|| start(at), |value| value.saturating_add(1)));
    for (number, counter) in counters.iter_mut().enumerate().skip(at + 1) {
        let after = level_of(number).and_then(|level| level.restart).unwrap_or(number);
        if at < after {
            *counter = None;
        }
    }
}

/// The text of the level with its numbers in place of `%1` … `%9`.
fn numbered<'l>(level: &Level, counters: &[Option<i64>; LEVELS], level_of: &dyn Fn(usize) -> Option<&'l Level>) -> String {
    let mut out = String::new();
    let mut characters = level.text.chars().peekable();
    while let Some(c) = characters.next() {
        let number = characters.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10)).filter(|digit| *digit > 0);
        let Some(number) = number.map(|digit| digit as usize - 1) else {
            out.push(c);
            continue;
        };
        characters.next();
        let Some(named) = level_of(number) else { continue };
        let format = if level.legal { NumberFormat::Decimal } else { named.format };
        // A level that has not begun shows the number that it will begin with.
        out.push_str(&format.write(counters.get(number).copied().flatten().unwrap_or(named.start)));
    }
    out
}

#[derive(Default)]
struct Reading {
    numbering: Numbering,
    kind: Option<i64>,
    list: Option<i64>,
    overriding: Option<usize>,
    level: Option<(usize, Level)>,
}

impl Reading {
    fn start(&mut self, element: &Element<'_>) {
        match element.name {
            "abstractNum" => self.kind = element.number("abstractNumId"),
            "num" => self.list = element.number("numId"),
            "lvlOverride" => self.overriding = element.number("ilvl").and_then(|level| usize::try_from(level).ok()),
            "lvl" => {
                let number = element.number("ilvl").and_then(|level| usize::try_from(level).ok());
                self.level = number.or(self.overriding).map(|number| (number, Level { start: 0, ..Level::default() }));
            }
            _ => self.take(element),
        }
    }

    fn take(&mut self, element: &Element<'_>) {
        match (&mut self.level, element.name) {
            (Some((_, level)), name) => level.take(name, element),
            (None, "abstractNumId") => {
                if let (Some(list), Some(kind)) = (self.list, element.number("val")) {
                    self.numbering.lists.entry(list).or_default().kind = kind;
                }
            }
            (None, "startOverride") => {
                if let (Some(list), Some(level), Some(start)) = (self.list, self.overriding, element.number("val")) {
                    self.numbering.lists.entry(list).or_default().starts.insert(level, start);
                }
            }
            (None, "numStyleLink") => {
                if let Some(kind) = self.kind {
                    self.numbering.kinds.entry(kind).or_default().link = element.value().map(Into::into);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "abstractNum" => {
                if let Some(kind) = self.kind.take() {
                    self.numbering.kinds.entry(kind).or_default();
                }
            }
            "num" => self.list = None,
            "lvlOverride" => self.overriding = None,
            "lvl" => {
                let Some((number, level)) = self.level.take() else { return };
                if let Some(list) = self.list {
                    self.numbering.lists.entry(list).or_default().levels.insert(number, level);
                } else if let Some(kind) = self.kind {
                    self.numbering.kinds.entry(kind).or_default().levels.insert(number, level);
                }
            }
            _ => {}
        }
    }
}

impl Level {
    fn take(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "start" => self.start = element.number("val").unwrap_or_default(),
            "numFmt" => self.format = NumberFormat::of(&element.value().unwrap_or_default()),
            "lvlText" => self.text = element.value().unwrap_or_default().chars().take(LEVEL_TEXT).collect(),
            "suff" if element.value().as_deref() == Some("nothing") => self.suffix = Suffix::Nothing,
            "lvlRestart" => self.restart = element.number("val").and_then(|level| usize::try_from(level).ok()),
            "isLgl" => self.legal = element.is_on(),
            "pStyle" => self.style = element.value().map(Into::into),
            "rFonts" => self.font = element.attribute("ascii").or_else(|| element.attribute("hAnsi")).map(Into::into),
            _ => {}
        }
    }
}
