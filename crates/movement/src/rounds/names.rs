//! The names of what packs and plan know by ids.

use phongtrao_diagnostic::Name;
use phongtrao_judge::Names;
use phongtrao_plan::Plan;
use phongtrao_register::rows::Organisation;
use phongtrao_rules::Packs;
use phongtrao_rules::criteria::{Fact, Rule, Test};
use phongtrao_rules::entries::{Body, Entry};
use phongtrao_value::Date;

use super::input::label;

/// All names of a day. What has no version of that day is called by the last one that it had: a ledger names honours of the past.
pub(super) fn names(plan: &Plan, packs: &Packs, organisation: &Organisation, day: Date) -> Names {
    let mut names = of_packs(packs);
    packs.entries().iter().filter(|entry| entry.holds_on(day)).for_each(|entry| add(&mut names, entry));
    let named = plan.criteria.iter().filter(|criterion| !criterion.label.is_empty());
    names.criteria.extend(named.map(|criterion| (criterion.id.clone(), Name::same(&label(criterion)))));
    let learning = plan.courses.iter().chain(&plan.contests);
    names.codes.extend(learning.filter_map(|course| Some((course.id.clone(), Name::same(course.label.as_deref()?)))));
    // What the organisation itself calls them comes last.
    names.codes.extend(organisation.names.iter().map(|(code, name)| (code.clone(), Name::same(name))));
    names.awards.extend(plan.awards.iter().map(|award| (award.id.clone(), Name::same(&award.name))));
    names
}

/// All names that the packs know, of whatever day.
pub fn of_packs(packs: &Packs) -> Names {
    let mut names = Names::default();
    packs.entries().iter().for_each(|entry| add(&mut names, entry));
    names
}

fn add(names: &mut Names, entry: &Entry) {
    let id = &entry.head.id;
    let own = || (id.clone(), name(&entry.head.name_vi, &entry.head.name_en));
    match &entry.body {
        Some(Body::Honour(_)) => names.honours.extend([own()]),
        Some(Body::Set(set)) => {
            names.sets.extend([own()]);
            let of_set = set.indicators.iter();
            names.indicators.extend(of_set.map(|indicator| (indicator.id.clone(), name(&indicator.name_vi, &indicator.name_en))));
        }
        Some(Body::Eligibility(eligibility)) => attested(names, &eligibility.asked()),
        Some(Body::Scale(scale)) => {
            names.scales.extend([own()]);
            let levels = scale.levels.iter();
            names.levels.extend(levels.map(|level| ((id.clone(), level.id.clone()), name(&level.name_vi, &level.name_en))));
        }
        _ => {}
    }
}

/// The criteria that a rule wants attested, by the words that it has for them.
fn attested(names: &mut Names, rule: &Rule) {
    match (&rule.test, &rule.label) {
        (Test::Fact(Fact::Attested { of }), Some(label)) => {
            names.criteria.insert(of.clone(), Name::same(label));
        }
        (Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. }, _) => of.iter().for_each(|rule| attested(names, rule)),
        _ => {}
    }
}

/// A name of the packs.
pub(super) fn name(vietnamese: &str, english: &str) -> Name {
    Name { vietnamese: vietnamese.to_owned(), english: english.to_owned() }
}
