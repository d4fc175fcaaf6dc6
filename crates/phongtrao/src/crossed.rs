//! Conditions and outcomes that came out differently in two judgings.

use phongtrao_diagnostic::{Text, Words};
use phongtrao_judge::reasons::Reason;
use phongtrao_judge::round::Outcome;
use phongtrao_judge::{Amount, Verdict, texts as judged};

use crate::texts;

/// A condition that came out differently.
#[derive(Debug)]
pub(crate) struct Crossed {
    pub(crate) words: Text,
    pub(crate) before: Side,
    pub(crate) after: Side,
}

/// What was asked, what there was, and what it came to.
#[derive(Debug)]
pub(crate) struct Side {
    pub(crate) asked: Option<Text>,
    pub(crate) amount: Option<Amount>,
    pub(crate) verdict: Option<Verdict>,
}

/// The lowest conditions with another verdict; the award itself is none of them.
pub(crate) fn crossed(before: &Reason, after: &Reason) -> Vec<Crossed> {
    let mut found = Vec::new();
    gather(before, after, true, &mut found);
    found
}

fn gather(before: &Reason, after: &Reason, is_award: bool, found: &mut Vec<Crossed>) {
    let above = found.len();
    for (at, part) in after.parts.iter().enumerate() {
        let same = |other: &&Reason| other.id == part.id && other.words == part.words;
        let was = before.parts.get(at).filter(same).or_else(|| before.parts.iter().find(same));
        if let Some(was) = was {
            gather(was, part, false, found);
        }
    }
    if !is_award && found.len() == above && before.verdict != after.verdict {
        found.push(Crossed { words: after.words.clone(), before: side(before), after: side(after) });
    }
}

fn side(reason: &Reason) -> Side {
    Side { asked: reason.asked.as_ref().map(|asked| asked.words.clone()), amount: reason.amount, verdict: reason.verdict }
}

impl Crossed {
    /// In words: `Reports in time: 75 (at least 80) not met → 80 (at least 80) met`.
    pub(crate) fn say(&self, words: &Words) -> String {
        let [before, after] = [&self.before, &self.after].map(|side| side.say(words));
        format!("{}: {before} → {after}", words.say(&self.words))
    }
}

impl Side {
    fn say(&self, words: &Words) -> String {
        let amount = self.amount.map(|amount| words.say(&amount_words(amount)));
        let asked = self.asked.as_ref().map(|asked| format!("({})", words.say(asked)));
        let verdict = self.verdict.map(|verdict| words.say(&verdict_words(verdict)));
        [amount, asked, verdict].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// An outcome before and after, as it may be read by everybody; `None` where there is none.
pub(crate) fn turn(outcomes: [Option<Outcome>; 2], words: &Words) -> String {
    let [before, after] = outcomes.map(|outcome| {
        words.say(&match outcome {
            Some(Outcome::Unknown) => texts::assess_waiting(),
            Some(outcome) => outcome.words(),
            None => texts::whatif_not_concerned(),
        })
    });
    if before == after { after } else { format!("{before} → {after}") }
}

fn verdict_words(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Met => judged::verdict_met(),
        Verdict::NotMet => judged::verdict_not_met(),
        Verdict::Unknown => judged::verdict_unknown(),
    }
}

fn amount_words(amount: Amount) -> Text {
    let least = amount.least.down().to_string();
    if amount.is_known() {
        judged::amount_known(least)
    } else if amount.most.is_finite() {
        judged::amount_between(least, amount.most.down().to_string())
    } else {
        judged::amount_open(least)
    }
}
