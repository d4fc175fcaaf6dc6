//! What was done to cells on the way: said once for each kind, with how often and one example.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Text;

use crate::texts;

/// Something that was done to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Remark {
    /// A name in capitals was written as names are.
    Capitals,
    /// A number was read as a day.
    Serial,
    /// A year of two figures was read as Excel reads it.
    ShortYear,
    /// Only the year of birth is known; the date stays empty.
    YearOnly,
    /// A code was looked up in another worksheet.
    Code,
    /// Of several awards of one name that was taken which is for whom the row is of.
    Award,
    /// Somebody was found by name.
    Found,
    /// A code was found without the noughts before it.
    Bare,
    /// An id was made.
    MadeId,
    /// A unit was created.
    Unit,
}

/// How often each was done, and one example.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    counts: BTreeMap<Remark, (usize, String)>,
}

impl Remarks {
    /// Counts one more.
    pub(super) fn count(&mut self, remark: Remark, example: impl FnOnce() -> String) {
        let (count, _) = self.counts.entry(remark).or_insert_with(|| (0, example()));
        *count += 1;
    }

    /// All of them in words.
    pub(super) fn told(&self) -> Vec<Text> {
        let told = |(remark, (count, example)): (&Remark, &(usize, String))| {
            let (count, example) = (*count, example.as_str());
            match remark {
                Remark::Capitals => texts::import_capitals(count, example),
                Remark::Serial => texts::import_serial(count, example),
                Remark::ShortYear => texts::import_short_year(count, example),
                Remark::YearOnly => texts::import_year_only(count),
                Remark::Code => texts::import_code(count, example),
                Remark::Award => texts::import_award_for(count, example),
                Remark::Found => texts::import_found(count, example),
                Remark::Bare => texts::import_bare(count, example),
                Remark::MadeId => texts::import_made_id(count, example),
                Remark::Unit => texts::import_new_unit(count, example),
            }
        };
        self.counts.iter().map(told).collect()
    }
}
