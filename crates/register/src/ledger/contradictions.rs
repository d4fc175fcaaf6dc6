//! What in a ledger contradicts itself.

use std::collections::BTreeMap;

use phongtrao_value::YearKind;

use super::{Honour, Honours, chain};
use crate::fault::{Fault, Faults};
use crate::rows::{Award, AwardStatus, Rating};
use crate::{Index, Register, Subject, texts};

/// Looks at all ratings and awards of a register that was read whole.
pub(super) fn find(register: &Register, honours: &impl Honours, faults: &mut Faults) {
    let index = Index::new(register);
    ratings(&index, faults);
    // Many rows name few honours: each is asked for once a date.
    let mut known: BTreeMap<(&str, Option<phongtrao_value::Date>), Option<Honour>> = BTreeMap::new();
    for award in &register.ledger {
        let key = (award.honour.as_str(), award.decided_on);
        let honour = known.entry(key).or_insert_with(|| honours.honour(&award.honour, award.decided_on));
        match honour {
            Some(honour) => with_honour(&index, award, honour, honours, faults),
            None => unknown_honour(award, honours, faults),
        }
        order_of_days(&index, award, faults);
        basis(&index, award, faults);
    }
    twice(&index, faults);
    one_initiative(register, faults);
    honours.remarks(register).into_iter().for_each(|remark| faults.push(remark.into()));
}

fn ratings(index: &Index<'_>, faults: &mut Faults) {
    let mut first: BTreeMap<(&str, &str, i16, YearKind), &Rating> = BTreeMap::new();
    for rating in &index.register().ratings {
        let key = (rating.subject.as_str(), rating.scale.as_str(), rating.year, rating.year_kind);
        let Some(other) = first.get(&key) else {
            first.insert(key, rating);
            continue;
        };
        let name = index.subject(&rating.subject).map(|subject| index.name(subject)).unwrap_or_default();
        let message = texts::ledger_two_ratings(name, i64::from(rating.year), &rating.scale, &other.level, &rating.level);
        let fault = Fault::error("ledger-two-ratings", rating.place, "level", message, texts::ledger_two_ratings_help());
        let fault = fault.beside(other.place, "level", texts::data_first_here());
        faults.push(if other.level == rating.level { fault.warning() } else { fault });
    }
}

fn unknown_honour(award: &Award, honours: &impl Honours, faults: &mut Faults) {
    let help = match honours.nearest(&award.honour) {
        Some(id) => texts::ledger_honour_nearest(id),
        None => texts::ledger_honour_unknown_help(),
    };
    faults.push(Fault::error("ledger-honour", award.place, "honour", texts::ledger_honour_unknown(&award.honour), help).warning());
}

fn with_honour(index: &Index<'_>, award: &Award, honour: &Honour, honours: &impl Honours, faults: &mut Faults) {
    let Some(holder) = index.subject(&award.subject) else { return };
    after_death(index, holder, award, honour, faults);
    if award.status != AwardStatus::InForce {
        return;
    }
    let Some(gap) = chain::gap(index, holder, award, honour) else { return };
    let (needed, held) = (i64::from(gap.need.times), i64::from(gap.held));
    let name = |id: &String| honours.honour(id, award.decided_on).map_or_else(|| id.clone(), |honour| honour.name);
    let of = gap.need.of.iter().map(name).collect::<Vec<_>>().join(", ");
    let (message, help) = if gap.need.consecutive {
        let years: Vec<String> = gap.missing.iter().rev().map(ToString::to_string).collect();
        (texts::ledger_gap(&honour.name, needed, of, held), texts::ledger_gap_help(years.join(", ")))
    } else {
        (texts::ledger_too_few(&honour.name, needed, of, held), texts::ledger_too_few_help())
    };
    faults.push(Fault::error("ledger-gap", award.place, "honour", message, help).note());
}

fn after_death(index: &Index<'_>, holder: Subject, award: &Award, honour: &Honour, faults: &mut Faults) {
    let Some(person) = index.person(holder) else { return };
    if award.posthumous == Some(true) && honour.posthumous == Some(false) {
        let message = texts::ledger_never_posthumous(&honour.name);
        faults.push(Fault::error("ledger-posthumous", award.place, "posthumous", message, texts::ledger_never_posthumous_help()));
    }
    if let (Some(died), Some(decided)) = (person.died, award.decided_on)
        && decided > died
        && award.posthumous != Some(true)
    {
        let message = texts::ledger_after_death(&person.name, died, decided);
        faults.push(Fault::error("ledger-after-death", award.place, "decided_on", message, texts::ledger_after_death_help()).warning());
    }
}

/// The decision comes after what it honours.
fn order_of_days(index: &Index<'_>, award: &Award, faults: &mut Faults) {
    let Some(decided) = award.decided_on else { return };
    let fault = |message| Fault::error("ledger-too-early", award.place, "decided_on", message, texts::ledger_too_early_help());
    match (award.from, award.to, award.year) {
        (Some(from), _, _) if decided < from => faults.push(fault(texts::ledger_before_start(decided, from))),
        (_, Some(to), _) if decided < to => faults.push(fault(texts::ledger_before_end(decided, to)).warning()),
        (_, _, Some(year)) if decided.year() < year => faults.push(fault(texts::ledger_before_year(decided, i64::from(year)))),
        _ => {}
    }
    let unit = index.subject(&award.subject).and_then(|subject| index.unit(subject));
    if let Some((unit, from)) = unit.and_then(|unit| Some((unit, unit.from?))).filter(|(_, from)| decided < *from) {
        faults.push(fault(texts::ledger_before_unit(decided, &unit.name, from)).warning());
    }
}

/// The initiative that it rests on was recognised before, and is the subject's own.
fn basis(index: &Index<'_>, award: &Award, faults: &mut Faults) {
    let Some(initiative) = award.initiative.as_deref().and_then(|id| index.initiative(id)) else { return };
    let fault = |message| Fault::error("ledger-basis", award.place, "initiative", message, texts::ledger_basis_help()).warning();
    match (initiative.recognised_on, award.decided_on) {
        _ if initiative.level.is_none() => faults.push(fault(texts::ledger_initiative_not_recognised(&initiative.title))),
        (Some(recognised), Some(decided)) if decided < recognised => {
            faults.push(fault(texts::ledger_before_basis(decided, &initiative.title, recognised)));
        }
        _ => {}
    }
    let person = index.subject(&award.subject).filter(|subject| index.person(*subject).is_some());
    if let Some(person) = person
        && index.authors(person).all(|author| author.initiative != initiative.id)
    {
        faults.push(fault(texts::ledger_not_author(index.name(person), &initiative.title)));
    }
}

/// One honour for one year, given twice.
fn twice(index: &Index<'_>, faults: &mut Faults) {
    type Key<'r> = (&'r str, &'r str, i16, YearKind, Option<&'r str>);
    let mut first: BTreeMap<Key<'_>, &Award> = BTreeMap::new();
    for award in index.register().ledger.iter().filter(|award| award.status == AwardStatus::InForce) {
        let Some((year, kind)) = award.achieved() else { continue };
        let key = (award.subject.as_str(), award.honour.as_str(), year, kind, award.kind.as_deref());
        let Some(other) = first.get(&key) else {
            first.insert(key, award);
            continue;
        };
        let name = index.subject(&award.subject).map(|subject| index.name(subject)).unwrap_or_default();
        let message = texts::ledger_twice(name, &award.honour, i64::from(year));
        let fault = Fault::error("ledger-twice", award.place, "honour", message, texts::ledger_twice_help());
        faults.push(fault.beside(other.place, "honour", texts::data_first_here()).warning());
    }
}

/// One achievement is not honoured twice: an initiative carries one award.
fn one_initiative(register: &Register, faults: &mut Faults) {
    let mut first: BTreeMap<(&str, &str), &Award> = BTreeMap::new();
    for award in register.ledger.iter().filter(|award| award.status == AwardStatus::InForce) {
        let Some(initiative) = award.initiative.as_deref() else { continue };
        let Some(other) = first.get(&(&award.subject, initiative)) else {
            first.insert((&award.subject, initiative), award);
            continue;
        };
        let message = texts::ledger_initiative_twice(initiative, &other.id);
        let fault = Fault::error("ledger-initiative-twice", award.place, "initiative", message, texts::ledger_initiative_twice_help());
        faults.push(fault.beside(other.place, "initiative", texts::data_first_here()).note());
    }
}
