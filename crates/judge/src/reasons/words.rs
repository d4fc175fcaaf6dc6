//! What a condition asks, in words.

use phongtrao_diagnostic::Text;
use phongtrao_rules::criteria::{Aggregate, Duty, Fact, How, Quantity, Span};
use phongtrao_value::Decimal;

use super::Asked;
use crate::{Names, names, texts};

/// The scales of the packs that discipline and initiatives are measured on.
const DISCIPLINE: &str = "discipline";
const INITIATIVE: &str = "initiative";
/// The attribute whose values months are counted in.
const STATUS: &str = "status";

/// What a fact asks.
pub(crate) fn fact(fact: &Fact, known: &Names) -> Text {
    match fact {
        Fact::Yes { of, .. } => texts::ask_yes(known.code(of)),
        Fact::Attested { of } => texts::ask_attested(known.criterion(of)),
        Fact::Rating { scale, least, years } => texts::ask_rating(known.level(scale, least), i64::from(*years)),
        Fact::Held(held) => texts::ask_held(known.honours(&held.of), i64::from(held.times)),
        Fact::Title { award } => texts::ask_title(known.award(award)),
        Fact::Undisciplined(rule) => texts::ask_undisciplined(known.level(DISCIPLINE, &rule.level)),
        Fact::Initiative { level, .. } => texts::ask_initiative(known.level(INITIATIVE, level)),
        Fact::Attribute { of, values } => texts::ask_attribute(names::attribute(of), known.values(of, values)),
        Fact::Column(name) => texts::ask_column(name),
    }
}

/// What a quantity counts.
pub(crate) fn quantity(quantity: &Quantity, known: &Names) -> Text {
    match quantity {
        Quantity::Records { how: Aggregate::Count, of, .. } => texts::ask_count(known.code(of)),
        Quantity::Records { how: Aggregate::Sum, of, .. } => texts::ask_sum(known.code(of)),
        Quantity::Records { how: Aggregate::Mean, of, .. } => texts::ask_mean(known.code(of)),
        Quantity::Records { how: Aggregate::Last, of, .. } => texts::ask_last(known.code(of)),
        Quantity::Records { how: Aggregate::Least, of, .. } => texts::ask_least(known.code(of)),
        Quantity::Records { how: Aggregate::Greatest, of, .. } => texts::ask_greatest(known.code(of)),
        Quantity::Duties { of: Duty::Tasks, .. } => texts::ask_tasks(),
        Quantity::Duties { of: Duty::Reports, .. } => texts::ask_reports(),
        Quantity::Duties { of: Duty::Attendance, .. } => texts::ask_attendance(),
        Quantity::Result { of, .. } => texts::ask_result(known.code(of)),
        Quantity::Score { of, .. } => texts::ask_score(known.indicator(of)),
        Quantity::Members(members) if members.how == How::Share => texts::ask_members_share(),
        Quantity::Members(_) => texts::ask_members(),
        Quantity::Units(members) if members.how == How::Share => texts::ask_units_share(),
        Quantity::Units(_) => texts::ask_units(),
        Quantity::Service { of, .. } => texts::ask_service(known.value(STATUS, of)),
        Quantity::Ratings(ratings) => texts::ask_ratings(known.level(&ratings.scale, &ratings.least), i64::from(ratings.years)),
        Quantity::Initiatives { level, .. } => texts::ask_initiatives(known.level(INITIATIVE, level)),
        Quantity::Column { name, .. } => texts::ask_column(name),
        Quantity::Fixed(_) => texts::ask_fixed(),
        Quantity::Bands { .. } => texts::ask_bands(),
        Quantity::Ratio { .. } => texts::ask_ratio(),
        Quantity::If { .. } => texts::ask_if(),
        Quantity::Total { .. } => texts::ask_total(),
        Quantity::MeanOf(_) => texts::ask_mean_of(),
        Quantity::LeastOf(_) => texts::ask_least_of(),
        Quantity::GreatestOf(_) => texts::ask_greatest_of(),
        Quantity::Run { .. } => texts::ask_run(),
        Quantity::Set { of, .. } => texts::ask_set(known.set(of)),
        Quantity::SetLeast { of, .. } => texts::ask_set_least(known.set(of)),
    }
}

/// The span of a fact.
pub(super) fn span_of_fact(fact: &Fact) -> Option<&Span> {
    match fact {
        Fact::Yes { span, .. } | Fact::Initiative { span, .. } => Some(span),
        Fact::Undisciplined(rule) => Some(&rule.span),
        _ => None,
    }
    .filter(|span| **span != Span::Ever)
}

/// The span of a quantity.
pub(super) fn span_of_quantity(quantity: &Quantity) -> Option<&Span> {
    match quantity {
        Quantity::Records { span, .. } | Quantity::Duties { span, .. } | Quantity::Result { span, .. } => Some(span),
        _ => None,
    }
    .filter(|span| **span != Span::Ever)
}

/// The limits that are asked of a quantity; those of a share are percentages.
pub(super) fn asked(of: &Quantity, least: Option<Decimal>, most: Option<Decimal>) -> Option<Asked> {
    let (is_at_most, is_share) = (least.is_none(), is_share(of));
    let words = match (least.map(|least| least.to_string()), most.map(|most| most.to_string())) {
        (Some(least), Some(most)) if is_share => texts::asked_between_shares(least, most),
        (Some(least), Some(most)) => texts::asked_between(least, most),
        (Some(least), None) if is_share => texts::asked_least_share(least),
        (Some(least), None) => texts::asked_least(least),
        (None, Some(most)) if is_share => texts::asked_most_share(most),
        (None, Some(most)) => texts::asked_most(most),
        (None, None) => return None,
    };
    Some(Asked { words, is_at_most, is_share, is_time: matches!(of, Quantity::Service { .. }) })
}

fn is_share(of: &Quantity) -> bool {
    match of {
        Quantity::Members(members) | Quantity::Units(members) => members.how == How::Share,
        Quantity::Duties { how, .. } => *how == How::Share,
        _ => false,
    }
}
