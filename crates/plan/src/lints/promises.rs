//! The awards that a plan promises itself, and whether its text answers a question about them.
//!
//! A plan may leave the number of certificates to the level above, or say in a sentence of its own how the file is made up: then nothing is
//! missing, though the award itself has no such entry.

use std::sync::LazyLock;

use phongtrao_diagnostic::Span;
use serde::Deserialize;

use super::{Context, Passage, Region};
use crate::take::phrase::{Phrases, lowered};
use crate::{Award, AwardForm, Deferred};

/// What a plan has to say of an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// How many there may be.
    Quota,
    /// Which papers the file has.
    Dossier,
    /// Who decides.
    Authority,
    /// What is judged.
    Criteria,
    /// When it is judged.
    Round,
}

#[derive(Deserialize)]
struct Data {
    kinds: Vec<String>,
    slight: Vec<String>,
    counted: Vec<String>,
    by_law: Vec<String>,
    joining: Vec<String>,
    about: Vec<String>,
    answers: Vec<String>,
    heading: usize,
    several: Vec<String>,
    quota: Quota,
    dossier: Words,
    authority: Words,
    criteria: Words,
    round: RoundWords,
    level: Vec<Level>,
}

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Quota {
    words: Vec<String>,
    counted: Vec<String>,
}

#[derive(Deserialize)]
struct RoundWords {
    words: Vec<String>,
    about: Vec<String>,
}

#[derive(Deserialize)]
struct Level {
    words: Vec<String>,
    authorities: Vec<String>,
}

struct Vocabulary {
    data: Data,
    slight: Phrases,
    counted: Phrases,
    by_law: Phrases,
    about: Phrases,
    answers: Phrases,
    quota: Phrases,
    counted_things: Phrases,
    dossier: Phrases,
    authority: Phrases,
    criteria: Phrases,
    round: Phrases,
    about_round: Phrases,
    levels: Vec<(Phrases, Phrases)>,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    // The data stands in this crate; the examples of the lints read it.
    let data: Data = toml::from_str(include_str!("../../words/promises.toml")).expect("the words of promises are sound");
    Vocabulary {
        slight: Phrases::new(&data.slight),
        counted: Phrases::new(&data.counted),
        by_law: Phrases::new(&data.by_law),
        about: Phrases::new(&data.about),
        answers: Phrases::new(&data.answers),
        quota: Phrases::new(&data.quota.words),
        counted_things: Phrases::new(&data.quota.counted),
        dossier: Phrases::new(&data.dossier.words),
        authority: Phrases::new(&data.authority.words),
        criteria: Phrases::new(&data.criteria.words),
        round: Phrases::new(&data.round.words),
        about_round: Phrases::new(&data.round.about),
        levels: data.level.iter().map(|level| (Phrases::new(&level.words), Phrases::new(&level.authorities))).collect(),
        data,
    }
});

impl Question {
    fn words(self) -> &'static Phrases {
        match self {
            Question::Quota => &WORDS.quota,
            Question::Dossier => &WORDS.dossier,
            Question::Authority => &WORDS.authority,
            Question::Criteria => &WORDS.criteria,
            Question::Round => &WORDS.round,
        }
    }
}

/// Whether the text is of a kind that makes promises: a plan, a programme, a guide; a `plan.toml` always is.
pub(super) fn promises(context: &Context<'_>) -> bool {
    let kind = context.plan.identity.kind.as_deref();
    context.document.is_none() || kind.is_some_and(|kind| WORDS.data.kinds.iter().any(|known| known == kind))
}

/// The awards of which the plan must say something: in a text not those that other documents set up.
pub(super) fn promised<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Award> {
    let promises = promises(context);
    context.plan.awards.iter().filter(move |award| promises && is_promised(context, award))
}

fn is_promised(context: &Context<'_>, award: &Award) -> bool {
    let slight = WORDS.slight.start(&lowered(&award.name)).is_some();
    match award.form {
        Some(AwardForm::Praise) => false,
        Some(AwardForm::Recognition) if context.document.is_some() => !slight && !is_known(context, &award.name),
        _ => context.document.is_none() || !slight,
    }
}

/// Whether the packs know the honour: then it has its criteria and its way elsewhere.
fn is_known(context: &Context<'_>, name: &str) -> bool {
    let name = lowered(name);
    context.packs.honours_of_fixed_name().iter().any(|honour| lowered(&honour.name_vi) == name)
}

/// Whether the award is one that only some of those get who qualify.
pub(super) fn is_counted(award: &Award) -> bool {
    WORDS.counted.start(&lowered(&award.name)).is_some()
}

/// Whether the law itself says who decides on the honour, and by which standards.
pub(super) fn is_of_the_law(award: &Award) -> bool {
    WORDS.by_law.within(&lowered(&award.name))
}

/// Whether the authority of the honour right after it holds for the award too: `Cờ thi đua và Bằng khen của Chủ tịch`.
pub(super) fn shares_authority(context: &Context<'_>, award: &Award) -> bool {
    let Some(span) = award.origin.span.filter(|_| context.document.is_some()) else { return false };
    let after = |other: &Award| other.origin.span.filter(|other| other.start >= span.end).map(|other| other.start);
    let next = context.plan.awards.iter().filter(|other| other.authority.is_some()).filter_map(after).min();
    let between = next.and_then(|next| context.text.get(span.end..next));
    between.is_some_and(|between| {
        let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.all(|word| WORDS.data.joining.iter().any(|joining| *joining == lowered(word)))
    })
}

/// Whether the plan answers the question about the award in words of its own, or names the document that does.
pub(super) fn answered(context: &Context<'_>, award: &Award, question: Question) -> bool {
    let deferred = context.plan.deferred.iter().any(|deferred| is_left(context, award, deferred, question));
    deferred || context.passages.iter().any(|passage| answers(context, award, passage, question))
}

fn is_left(context: &Context<'_>, award: &Award, deferred: &Deferred, question: Question) -> bool {
    let what = lowered(&deferred.what);
    if !question.words().within(&what) && !WORDS.about.within(&what) {
        return false;
    }
    let authority = lowered(award.authority.as_deref().unwrap_or_default());
    let mut levels = WORDS.levels.iter().filter(|(words, _)| words.within(&what)).peekable();
    if levels.peek().is_some() {
        return levels.any(|(_, authorities)| authorities.start(&authority).is_some());
    }
    let around = deferred.origin.span.and_then(|span| context.passages.iter().find(|passage| holds(passage, span)));
    around.zip(deferred.origin.span).is_none_or(|(passage, span)| is_meant(context, award, passage, span))
}

fn holds(passage: &Passage, span: Span) -> bool {
    passage.span(0..passage.as_str().len()).holds(span)
}

/// Whether what a passage says at a place is said of the award: another one named last before that place is meant instead.
fn is_meant(context: &Context<'_>, award: &Award, passage: &Passage, place: Span) -> bool {
    let words = lowered(passage.as_str());
    let end = (0..=words.len()).rev().find(|at| words.is_char_boundary(*at) && passage.span(0..*at).end <= place.end).unwrap_or(0);
    let before = words.get(..end).unwrap_or_default();
    let named = context.plan.awards.iter().filter_map(|other| Some((before.rfind(&lowered(&other.name))?, other)));
    named.max_by_key(|(at, _)| *at).is_none_or(|(_, last)| std::ptr::eq(last, award))
}

fn answers(context: &Context<'_>, award: &Award, passage: &Passage, question: Question) -> bool {
    if !matches!(passage.region, Region::Body | Region::Annex) {
        return false;
    }
    let words = lowered(passage.as_str());
    let speaks = question.words().all(&words, 0).next();
    let several = WORDS.data.several.iter().any(|mark| words.contains(mark.as_str()));
    let heading = !several && words.split_whitespace().count() <= WORDS.data.heading;
    let about = WORDS.about.within(&words);
    match question {
        Question::Quota => {
            let said = speaks.filter(|_| about).is_some_and(|range| is_meant(context, award, passage, passage.span(range)));
            said || (about && is_counted_out(&words))
        }
        Question::Criteria => speaks.is_some() && (heading || WORDS.answers.within(&words)),
        Question::Dossier => speaks.is_some() && about && WORDS.answers.within(&words),
        Question::Authority => speaks.is_some() && about,
        Question::Round => WORDS.about_round.within(&words) && (speaks.is_some() || has_date(context, passage)),
    }
}

/// Whether a number stands right before a thing that is counted: `02 Cờ và 01 Bằng khen`.
fn is_counted_out(words: &str) -> bool {
    WORDS
        .counted_things
        .all(words, 0)
        .any(|range| words.get(..range.start).unwrap_or_default().trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

fn has_date(context: &Context<'_>, passage: &Passage) -> bool {
    context.taken.is_some_and(|taken| taken.deadlines.iter().any(|deadline| holds(passage, deadline.span)))
}
