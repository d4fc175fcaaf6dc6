//! One round judged: subjects, awards with their rules and quotas in, results with reasons out.

mod affected;
mod again;
mod beside;
mod input;
mod judge;
mod once;
mod outcome;
mod proposals;
mod quota;
mod rulings;
mod slips;
mod strata;
#[cfg(test)]
mod tests;

pub use again::Before;
pub use input::{
    AwardInput, Beside, Form, GroupInput, NoBasis, Posthumous, Quota, QuotaBase, RankKey, RoundInput, Rounding, SubjectKind, Within,
};
pub use judge::{judge, judge_again, judge_among};
pub use outcome::{Among, Assessed, AwardResult, Changed, Judged, Noticed, Outcome, QuotaUse, RestsOn, Seen};
pub use proposals::Proposals;
pub use slips::{ids, slips};
pub use strata::{Stratum, strata};
