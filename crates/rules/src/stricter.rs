//! Whether a changed entry asks less than the one that it is laid over.

use crate::entries::{Body, Deadline, Entry, Fraction, VoteBase};

/// The key by which the changed entry is looser, if it is. A rule that was replaced can't be compared and counts as looser: what is asked besides
/// stands in `also`.
pub(crate) fn looser(law: &Entry, own: &Entry, rule_replaced: bool) -> Option<&'static str> {
    let key = |looser: bool, key: &'static str| looser.then_some(key);
    match (law.body.as_ref()?, own.body.as_ref()?) {
        (Body::Vote(law), Body::Vote(own)) => key(own.percent < law.percent, "percent")
            .or(key(own.percent == law.percent && law.above && !own.above, "above"))
            .or(key(is_smaller(law.of, own.of), "of"))
            .or(key(law.body != own.body, "body")),
        (Body::Quorum(law), Body::Quorum(own)) => key(less(own.least, law.least), "least"),
        (Body::Posting(law), Body::Posting(own)) => key(own.working_days < law.working_days, "working_days")
            .or(key(own.not_for.iter().any(|not| !law.not_for.contains(not)), "not_for")),
        (Body::Quota(law), Body::Quota(own)) => {
            key(own.percent > law.percent, "percent").or(key(own.minimum.unwrap_or(0) > law.minimum.unwrap_or(0), "minimum"))
        }
        (Body::Set(law), Body::Set(own)) => key(own.total_least < law.total_least, "total_least")
            .or(key(own.each_least < law.each_least, "each_least"))
            .or(key(own.members_least < law.members_least, "members_least"))
            .or(key(own.learners_least < law.learners_least, "learners_least"))
            .or(key(own.valid_years.unwrap_or(u32::MAX) > law.valid_years.unwrap_or(u32::MAX), "valid_years")),
        (Body::Ceiling(law), Body::Ceiling(own)) => key(own.dong > law.dong, "dong").or(key(own.percent > law.percent, "percent")),
        (Body::Deadline(law), Body::Deadline(own)) => deadline(law, own),
        (Body::Eligibility(_), Body::Eligibility(_)) => key(rule_replaced, "rule"),
        _ => None,
    }
}

/// Whether an own entry asks more than one of the law, and in nothing less.
pub(crate) fn is_stricter(own: &Entry, law: &Entry) -> bool {
    looser(law, own, false).is_none() && looser(own, law, false).is_some()
}

/// Whether a share of the own base asks for fewer votes, or may ask for fewer.
fn is_smaller(law: VoteBase, own: VoteBase) -> bool {
    let is_never_smaller = own == law || own == VoteBase::TotalMembers || (law, own) == (VoteBase::ValidBallots, VoteBase::IssuedBallots);
    !is_never_smaller
}

fn less(one: Fraction, other: Fraction) -> bool {
    u64::from(one.numerator) * u64::from(other.denominator) < u64::from(other.numerator) * u64::from(one.denominator)
}

fn deadline(law: &Deadline, own: &Deadline) -> Option<&'static str> {
    if law.unit != own.unit {
        return Some("unit");
    }
    if matches!((law.within, own.within), (Some(law), own) if own.is_none_or(|own| own > law)) {
        return Some("within");
    }
    matches!((law.ahead, own.ahead), (Some(law), own) if own.is_none_or(|own| own < law)).then_some("ahead")
}
