//! A paper as PDF: tagged, with its letters embedded, PDF/A-2a, set by Typst.

pub(crate) mod world;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_value::Date;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::composed::composed;
use crate::{Body, Composed, Emblem, Paper, Style, texts};
pub(crate) use world::LAYOUTS;
use world::PaperWorld;

/// Who made the file, for those who look at its properties.
const CREATOR: &str = "phongtrao";

/// To which standard a file is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Standard {
    /// PDF/A-2a: for keeping, tagged, with Unicode for every letter.
    #[default]
    A2a,
    /// PDF/A-1b: what older archives ask for. It has neither tags nor bookmarks.
    A1b,
}

/// The paper as PDF. `ident` tells this paper from all others of the organisation; the same paper with the same ident gives the same bytes.
///
/// # Errors
///
/// Findings, one at least, when a letter of its words cannot be printed, or an own template has errors.
pub fn pdf(paper: &dyn Paper, style: &Style, ident: &str, standard: Standard) -> Result<Vec<u8>, Vec<Finding>> {
    let composed = composed(paper, style).map_err(|finding| vec![*finding])?;
    let made = set(paper, &composed, style, ident, standard);
    // What was laid out before helps no other paper, and would be kept for ever.
    comemo::evict(0);
    made
}

fn set(paper: &dyn Paper, composed: &Composed, style: &Style, ident: &str, standard: Standard) -> Result<Vec<u8>, Vec<Finding>> {
    let own = style.templates.get(paper.kind().name);
    // Only a template of the organisation's own looks at the fields.
    let fields = own.map(|_| paper.fields());
    let data = serde_json::json!({ "title": composed.title, "body": composed.body.balanced(), "fields": fields });
    world::letters(&composed.body).map_err(|finding| vec![*finding])?;
    let world = PaperWorld::new(own.map_or(paper.kind().template, String::as_str), data.to_string(), emblem(&composed.body), standard);
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| findings(&errors, &world))?;
    let options = options(style.made_on, ident, standard).map_err(|message| vec![fault(&message)])?;
    typst_pdf::pdf(&document, &options).map_err(|errors| findings(&errors, &world))
}

fn emblem(body: &Body) -> Option<&Emblem> {
    match body {
        Body::Face(face) => face.emblem.as_ref().map(|placed| &placed.picture),
        Body::Letter(_) => None,
    }
}

fn options(made_on: Date, ident: &str, standard: Standard) -> Result<PdfOptions, String> {
    let standards = PdfStandards::new(&[match standard {
        Standard::A2a => PdfStandard::A_2a,
        Standard::A1b => PdfStandard::A_1b,
    }]);
    // Months and days of a civil date fit.
    let day = Datetime::from_ymd_hms(i32::from(made_on.year()), made_on.month().unsigned_abs(), made_on.day().unsigned_abs(), 0, 0, 0);
    Ok(PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(CREATOR.into())),
        timestamp: day.map(Timestamp::new_utc),
        standards: standards.map_err(|error| error.message().to_string())?,
        tagged: standard == Standard::A2a,
        ..PdfOptions::default()
    })
}

/// The errors of a template, each at its place in the template.
fn findings(errors: &[SourceDiagnostic], world: &PaperWorld) -> Vec<Finding> {
    errors.iter().map(|error| fault(&error.message).at(world.place(error.span))).collect()
}

fn fault(message: &str) -> Finding {
    Finding::new("paper-template", Severity::Error, texts::template_error(message)).help(texts::template_error_help())
}
