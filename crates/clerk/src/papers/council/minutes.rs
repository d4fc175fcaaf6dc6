//! The minutes of the council, where it has met and its votes are counted.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::tally::{Because, Limit, Threshold, VoteOutcome};
use phongtrao_press::meeting::{Ballots, Presence};
use phongtrao_press::papers::council_minutes::{Conclusion, CouncilMinutes, Decided, Item as OnAward};
use phongtrao_value::{figures, printed_date};

use super::{Line, Material, Session, concluded, layer, rulings, withheld};
use crate::papers::sittings::{self, Office};
use crate::papers::words::WORDS;
use crate::round::Item;
use crate::{Case, citation, texts};

/// None while nobody wrote down who was there, or something is open: minutes are of a meeting that has decided.
pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let organisation = material.facts.organisation;
    let council = &organisation.council;
    // Of several rows of one meeting that with the most present: a vote is left by those whose own case it is.
    let counted = session.counted.values().max_by_key(|row| row.present)?;
    let mut presence = sittings::presence(material, session.sitting, counted)?;
    presence.attended = sittings::attended(material, session.sitting, &presence);
    let office = Office { place: &organisation.name, chair: &council.chair, secretary: Some(&council.secretary) };
    let mut meeting = sittings::meeting(session.sitting, &office);
    meeting.chair.post = council.post_of(&meeting.chair.name);
    meeting.secretary.post = council.post_of(&meeting.secretary.name);
    let items: Option<Vec<OnAward>> = session.lines.iter().map(|line| item(material, session, line)).collect();
    let mut items = items?;
    if let Some(first) = items.first_mut() {
        first.opinions = session.sitting.opinions.iter().cloned().collect();
    }
    let minutes = CouncilMinutes {
        record: material.council_record(),
        occasion: material.asked_for(session.cases()),
        meeting,
        quorum: quorum(material, session, &presence),
        posting: sittings::posting(session.sitting),
        report: vec![report(material, session)],
        items,
        conclusions: concluded::of(material, session),
        presence,
    };
    Some(Item::new(minutes, None))
}

/// A meeting that counted votes, of which there are no minutes because what they come to is open.
pub(super) fn missing(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Finding> {
    let cases = || session.lines.iter().flat_map(|line| line.cases.iter().copied()).filter(|case| session.row(case).is_some());
    let open: Vec<String> =
        cases().filter(|case| decided(material, session, None, case).is_none()).map(|case| material.printed_name(&case.subject)).collect();
    let council = material.facts.organisation.council.name.as_str();
    let finding = |names: &[String]| {
        let message = texts::minutes_of_council(council, printed_date::short(session.sitting.on), names.join(", "));
        Finding::new("clerk-minutes-uncounted", Severity::Warning, message).help(texts::minutes_of_council_help())
    };
    (!open.is_empty()).then(|| finding(&open))
}

fn quorum(material: &Material<'_, '_>, session: &Session<'_>, presence: &Presence) -> String {
    let (present, members) = (presence.present.to_string(), presence.members.to_string());
    let asked = session.lines.iter().filter_map(|line| line.rule.quorum.as_ref()).max_by_key(|quorum| quorum.needed(presence.members));
    match asked {
        Some(quorum) => WORDS.quorum.fill(&[
            ("present", &present),
            ("members", &members),
            ("needed", &quorum.needed(presence.members).to_string()),
            ("source", &citation::of_source(material.facts.packs, &quorum.basis.source)),
        ]),
        None => WORDS.quorum_unsaid.fill(&[("present", &present), ("members", &members)]),
    }
}

fn report(material: &Material<'_, '_>, session: &Session<'_>) -> String {
    let cases = session.lines.iter().map(|line| line.cases.len()).sum::<usize>();
    WORDS.council_report.fill(&[
        ("desk", &material.facts.organisation.desk.name),
        ("cases", &cases.to_string()),
        ("occasion", &material.asked_for(session.cases())),
    ])
}

/// All of a line as one item; whoever has other numbers of ballots has them noted.
fn item(material: &Material<'_, '_>, session: &Session<'_>, line: &Line<'_>) -> Option<OnAward> {
    let ballots = withheld::list(session, line);
    let decided: Option<Vec<Decided>> = line.cases.iter().map(|case| decided(material, session, ballots, case)).collect();
    Some(OnAward {
        award: line.name.clone(),
        opinions: Vec::new(),
        ballots,
        threshold: line.rule.threshold.as_ref().map(|threshold| threshold_words(material, threshold)),
        nominees: decided?,
        rulings: line.cases.iter().filter_map(|case| rulings::of(material, session, case)).collect(),
    })
}

fn threshold_words(material: &Material<'_, '_>, threshold: &Threshold) -> String {
    let phrase = match threshold.limit {
        Limit::AtLeast => &WORDS.threshold_reached,
        Limit::Above => &WORDS.threshold_exceeded,
    };
    phrase.fill(&[
        ("percent", &figures::percentage(threshold.percent)),
        ("base", &material.vietnamese.say(&Because::base(threshold.of))),
        ("source", &citation::of_source(material.facts.packs, &threshold.basis.source)),
    ])
}

fn decided(material: &Material<'_, '_>, session: &Session<'_>, ballots: Option<Ballots>, case: &Case) -> Option<Decided> {
    let nominee = material.nominee(case);
    let result = &layer(case)?.result;
    let outcome = match &result.outcome {
        // Another meeting voted on it since: here it did not pass.
        _ if !session.is_last_on(case) => Conclusion::Failed,
        VoteOutcome::Passed => Conclusion::Passed,
        VoteOutcome::Failed => Conclusion::Failed,
        VoteOutcome::Downgraded { to } => Conclusion::Downgraded { to: material.facts.award_title(to) },
        VoteOutcome::NotPut => {
            let because = result.because.iter().map(|because| material.vietnamese.say(&because.text()));
            Conclusion::NotPut { reason: because.collect::<Vec<String>>().join("; ") }
        }
        VoteOutcome::ChairDecides | VoteOutcome::Unknown => return None,
    };
    let of_ballots = ballots.map(|list| withheld::note(material, session, list, case));
    let notes = of_ballots.into_iter().chain(concluded::beside(session, case)).chain([nominee.note]);
    let note = notes.filter(|note| !note.is_empty()).collect::<Vec<String>>().join("; ");
    Some(Decided {
        number: session.number(case),
        name: nominee.name,
        post: nominee.post,
        votes: session.votes(material, case),
        outcome,
        note,
    })
}
