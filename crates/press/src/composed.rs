//! A paper with all its words, before it is set.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_document::write::{Letter, Part, RowKind, Side};
use serde::Serialize;

use crate::faces::Spot;
use crate::{Emblem, Paper, Style, texts};

/// A paper with all its words: what a writer sets, and what a template is given.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Composed {
    /// Its title, as readers of files show it.
    pub title: String,
    /// Its parts.
    pub body: Body,
}

/// How a paper is laid out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Body {
    /// An official letter, or a sheet in its look.
    Letter(Letter),
    /// Sheets on which every line has its own place: certificates.
    Face(Face),
}

/// Sheets of one size, each with lines at places of their own. All measures of places are millimetres from the upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Face {
    /// The width of the sheet.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// How far its border stands from its edges; a blank that is printed already has its own.
    pub border: Option<f64>,
    /// The picture of its emblem, where the organisation has given one.
    pub emblem: Option<FacePicture>,
    /// Whether a ruler in millimetres is laid over it, to be held against a printed blank.
    pub ruler: bool,
    /// The sheets, one for each who is honoured.
    pub sheets: Vec<Vec<FaceLine>>,
}

/// A picture on a face.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FacePicture {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The picture itself.
    #[serde(skip)]
    pub picture: Emblem,
}

/// A line of a face, or a paragraph where its words need more room than a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FaceLine {
    /// What it is.
    pub spot: Spot,
    /// Its words.
    pub words: String,
    /// The left edge of its room.
    pub x: f64,
    /// The foot of the letters of its first line.
    pub y: f64,
    /// The width of its room.
    pub width: f64,
    /// How many lines it has room for; longer words are set smaller.
    pub lines: u8,
    /// The size of its letters, in points.
    pub size: f64,
    /// Whether its letters are bold.
    pub bold: bool,
    /// Whether they are italic.
    pub italic: bool,
    /// Whether they are red.
    pub red: bool,
    /// Whether a rule as long as the words stands below.
    pub ruled: bool,
    /// On which side of its room the words stand.
    pub side: Side,
}

impl Body {
    /// Whether a list of the paper, or the paper itself, names nobody: a table with a head and no row, no sheet at all.
    pub(crate) fn names_nobody(&self) -> bool {
        match self {
            Body::Letter(letter) => letter.parts.iter().any(|part| match part {
                Part::Table(table) => {
                    table.rows.iter().any(|row| row.kind == RowKind::Head) && table.rows.iter().all(|row| row.kind != RowKind::Plain)
                }
                _ => false,
            }),
            Body::Face(face) => face.sheets.is_empty(),
        }
    }

    /// The same with long names of bodies broken into lines of about the same length.
    pub(crate) fn balanced(&self) -> Body {
        match self {
            Body::Letter(letter) => Body::Letter(letter.clone().balanced()),
            Body::Face(_) => self.clone(),
        }
    }
}

/// The paper with all its words.
///
/// # Errors
///
/// A finding where one of its lists is empty: a decision on nobody, ballots without a nominee.
pub(crate) fn composed(paper: &dyn Paper, style: &Style) -> Result<Composed, Box<Finding>> {
    let composed = paper.compose(style);
    if composed.body.names_nobody() {
        let finding = Finding::new("paper-of-nobody", Severity::Error, texts::paper_of_nobody(composed.title));
        return Err(Box::new(finding.help(texts::paper_of_nobody_help(paper.kind().name))));
    }
    Ok(composed)
}
