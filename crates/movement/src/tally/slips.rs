//! Ballot slips: one slip names many items, and each slip is read to a mark an item.

use std::collections::BTreeSet;

use super::Sheet;

/// How a list is voted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListForm {
    /// Names are struck out; those that are left have the vote.
    Struck,
    /// Names are ticked; the others have a vote against them. A slip with more ticks than allowed is void.
    Ticked {
        /// The greatest number of ticks; none where all may be ticked.
        most: Option<usize>,
    },
    /// Each name has boxes for, against, and where it is asked for the lower title.
    Boxes,
}

/// What a slip says of the names of its list, by their places in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListSlip {
    /// Names that are struck out, or whose box against is ticked.
    pub struck: BTreeSet<usize>,
    /// Names that are ticked, or whose box for is.
    pub ticked: BTreeSet<usize>,
    /// Names whose box for the lower title is ticked.
    pub lowered: BTreeSet<usize>,
    /// Names that the voter may not vote on: an own case.
    pub barred: BTreeSet<usize>,
    /// Whether the slip as a whole is void for another reason: no stamp, names written in, torn.
    pub defect: Option<String>,
}

/// What a slip says of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// For.
    Agreed,
    /// For the lower title.
    Lowered,
    /// Against.
    Against,
    /// Nothing.
    Silent,
    /// Two things at once: on this item the slip is invalid.
    Spoilt,
    /// The voter may not vote on it: on this item there is no ballot.
    Barred,
}

/// Whether a slip counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Validity {
    /// It does.
    Valid,
    /// It is invalid on every item.
    Void,
}

/// A slip that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Whether it counts.
    pub validity: Validity,
    /// A mark for each item, in the order of the list. What is missing is silent.
    pub marks: Vec<Mark>,
}

/// Reads a slip of a list of so many names.
pub fn mark(form: ListForm, slip: &ListSlip, names: usize) -> Slip {
    let of = |at: usize| {
        let (struck, ticked, lowered) = (slip.struck.contains(&at), slip.ticked.contains(&at), slip.lowered.contains(&at));
        match form {
            _ if slip.barred.contains(&at) => Mark::Barred,
            ListForm::Struck if struck => Mark::Against,
            ListForm::Struck => Mark::Agreed,
            ListForm::Ticked { .. } if ticked => Mark::Agreed,
            ListForm::Ticked { .. } => Mark::Against,
            ListForm::Boxes => match (ticked, lowered, struck) {
                (true, false, false) => Mark::Agreed,
                (false, true, false) => Mark::Lowered,
                (false, false, true) => Mark::Against,
                (false, false, false) => Mark::Silent,
                _ => Mark::Spoilt,
            },
        }
    };
    let marks: Vec<Mark> = (0..names).map(of).collect();
    let ticks = marks.iter().filter(|mark| **mark == Mark::Agreed).count();
    let is_over = matches!(form, ListForm::Ticked { most: Some(most) } if ticks > most);
    let validity = if is_over || slip.defect.is_some() { Validity::Void } else { Validity::Valid };
    Slip { validity, marks }
}

/// Counts slips to a sheet for each of so many items. `issued` is how many were handed out, and `barred` how many of them may not vote on each item;
/// an item without an entry is nobody's own case.
pub fn count(slips: &[Slip], issued: u64, barred: &[u64], items: usize) -> Vec<Sheet> {
    (0..items).map(|at| sheet(slips, issued.saturating_sub(barred.get(at).copied().unwrap_or(0)), at)).collect()
}

fn sheet(slips: &[Slip], issued: u64, at: usize) -> Sheet {
    let mut sheet = Sheet {
        issued: Some(issued),
        returned: Some(0),
        invalid: Some(0),
        agreed: Some(0),
        lowered: Some(0),
        against: Some(0),
        silent: Some(0),
    };
    for slip in slips {
        let mark = slip.marks.get(at).copied().unwrap_or(Mark::Silent);
        if mark == Mark::Barred {
            continue;
        }
        let line = match (slip.validity, mark) {
            (Validity::Void, _) | (_, Mark::Spoilt) => &mut sheet.invalid,
            (_, Mark::Agreed) => &mut sheet.agreed,
            (_, Mark::Lowered) => &mut sheet.lowered,
            (_, Mark::Against) => &mut sheet.against,
            (_, Mark::Silent | Mark::Barred) => &mut sheet.silent,
        };
        add_one(line);
        add_one(&mut sheet.returned);
    }
    sheet
}

fn add_one(line: &mut Option<u64>) {
    *line = Some(line.unwrap_or(0).saturating_add(1));
}
