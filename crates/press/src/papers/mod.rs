//! The papers, a folder each.

use std::fmt;
use std::num::NonZeroUsize;

use phongtrao_diagnostic::Finding;

use crate::{Composed, Style};

// <papers> written by `cargo xtask tidy --write`
pub mod achievement_report_collective;
pub mod achievement_report_individual;
pub mod achievement_report_thematic;
pub mod attendance_roll;
pub mod ballot_list;
pub mod ballot_single;
pub mod bonus_list;
pub mod certificate;
pub mod council_minutes;
pub mod counting_minutes;
pub mod cover_note;
pub mod decision;
pub mod hand_over_list;
pub mod invitation;
pub mod learning_certificate;
pub mod learning_citizen_list;
pub mod learning_unit_request;
pub mod learning_unit_self_assessment;
pub mod learning_unit_summary;
pub mod nominee_table;
pub mod plan;
pub mod public_notice;
pub mod recognition_decision;
pub mod rejection_notice;
pub mod return_note;
pub mod statistics_table;
pub mod submission_letter;
pub mod summary_report;
pub mod unit_minutes;

/// All papers by name.
pub static KINDS: &[&Kind] = &[
    &achievement_report_collective::KIND,
    &achievement_report_individual::KIND,
    &achievement_report_thematic::KIND,
    &attendance_roll::KIND,
    &ballot_list::KIND,
    &ballot_single::KIND,
    &bonus_list::KIND,
    &certificate::KIND,
    &council_minutes::KIND,
    &counting_minutes::KIND,
    &cover_note::KIND,
    &decision::KIND,
    &hand_over_list::KIND,
    &invitation::KIND,
    &learning_certificate::KIND,
    &learning_citizen_list::KIND,
    &learning_unit_request::KIND,
    &learning_unit_self_assessment::KIND,
    &learning_unit_summary::KIND,
    &nominee_table::KIND,
    &plan::KIND,
    &public_notice::KIND,
    &recognition_decision::KIND,
    &rejection_notice::KIND,
    &return_note::KIND,
    &statistics_table::KIND,
    &submission_letter::KIND,
    &summary_report::KIND,
    &unit_minutes::KIND,
];
// </papers>

/// What there is to know of a kind of paper before there is one.
pub struct Kind {
    /// Its name: `submission-letter`.
    pub name: &'static str,
    /// Its template in Typst.
    pub template: &'static str,
    /// Its words.
    pub words: &'static str,
    /// What it is for, its fields, its source.
    pub documentation: &'static str,
    /// An example of an invented organisation.
    pub example: &'static str,
    /// Reads one out of TOML.
    pub read: fn(&str) -> Read,
}

/// A paper out of TOML, or the finding that says what is wrong with it.
pub type Read = Result<Box<dyn Paper>, Box<Finding>>;

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A paper: a value that holds all that it needs.
pub trait Paper: fmt::Debug + Send + Sync {
    /// Of which kind it is.
    fn kind(&self) -> &'static Kind;

    /// The paper with all its words.
    fn compose(&self, style: &Style) -> Composed;

    /// Its fields, for templates of an organisation's own.
    fn fields(&self) -> serde_json::Value;

    /// The same paper as several, of so many sheets at most, in order: of a paper that is a sheet for each of many. Any other stays one, and has no parts.
    fn parts(&self, _most: NonZeroUsize) -> Vec<Box<dyn Paper>> {
        Vec::new()
    }
}

/// The kind of a name.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().find(|kind| kind.name == name)
}

/// Writes what every paper's folder says alike: its [`Kind`], its words, and its [`Paper`].
macro_rules! paper {
    ($paper:ty, $name:literal, $words:ty $(, in_parts_of $list:ident)? $(, held_by $held:path)?) => {
        /// What there is to know of this paper.
        pub(super) static KIND: $crate::papers::Kind = $crate::papers::Kind {
            name: $name,
            template: include_str!("paper.typ"),
            words: include_str!("words.toml"),
            documentation: include_str!("paper.md"),
            example: include_str!("example.toml"),
            read: |text| {
                let paper = $crate::read::<$paper>(text)?;
                $crate::required::is_filled(text, &KIND)?;
                $($held(&paper)?;)?
                Ok(Box::new(paper) as Box<dyn $crate::Paper>)
            },
        };

        // The words are part of the program; the test of all papers reads them.
        static WORDS: std::sync::LazyLock<$words> = std::sync::LazyLock::new(|| toml::from_str(KIND.words).expect("the words of a paper"));

        impl $crate::Paper for $paper {
            fn kind(&self) -> &'static $crate::papers::Kind {
                &KIND
            }

            fn compose(&self, style: &$crate::Style) -> $crate::Composed {
                self.composed(&style.words(&KIND, &*WORDS), style)
            }

            fn fields(&self) -> serde_json::Value {
                serde_json::to_value(self).unwrap_or_default()
            }

            $(fn parts(&self, most: std::num::NonZeroUsize) -> Vec<Box<dyn $crate::Paper>> {
                let mut whole = self.clone();
                let list = std::mem::take(&mut whole.$list);
                let part = |list: &[_]| Box::new(Self { $list: list.to_vec(), ..whole.clone() }) as Box<dyn $crate::Paper>;
                if list.len() > most.get() { list.chunks(most.get()).map(part).collect() } else { Vec::new() }
            })?
        }
    };
}
pub(crate) use paper;

#[cfg(test)]
mod tests;
