//! Why somebody came as far as they did, in a few words each.

use phongtrao_diagnostic::Words;
use phongtrao_judge::reasons::{self, Step};
use phongtrao_movement::tally::Because;

use crate::{Case, texts};

/// What stands in the way, in a few words each; of those who are through, the votes.
pub(crate) fn why(words: &Words, case: &Case) -> Vec<String> {
    let layers = case.votes.iter().flat_map(|votes| &votes.layers);
    // Enough votes keep nobody back.
    let is_told = |because: &&Because| case.standing.is_through() || !matches!(because, Because::Enough { .. });
    let because = layers.flat_map(|layer| layer.result.because.iter().filter(is_told));
    let mut said: Vec<String> = because.map(|because| words.say(&because.text())).collect();
    said.extend(reasons::open(&case.reason).iter().map(|step| in_the_way(words, step)));
    let mut once: Vec<String> = Vec::new();
    for reason in said {
        if !once.contains(&reason) {
            once.push(reason);
        }
    }
    once
}

/// The first condition that is not met, or not known, in a few words.
pub(crate) fn why_not_met(words: &Words, case: &Case) -> Option<String> {
    let steps = reasons::open(&case.reason);
    let first = steps.iter().find(|step| step.failed).or(steps.first());
    first.map(|step| in_the_way(words, step))
}

/// A condition that stands in the way: that it is not met, that it is a case which nobody may fall under, or what it waits for.
fn in_the_way(words: &Words, step: &Step) -> String {
    let asked = step.say(words);
    let waits: Vec<String> = step.waits.iter().map(|waits| waits.say(words)).filter(|waits| *waits != asked).collect();
    let said = match (step.failed, step.unwanted) {
        (true, true) => words.say(&texts::why_is_case(words.say(&step.words))),
        (true, false) if step.unsaid => words.say(&texts::why_unmet_unsaid()),
        (true, false) => words.say(&texts::why_unmet(asked)),
        (false, _) => asked,
    };
    if waits.is_empty() { said } else { format!("{said}: {}", waits.join(", ")) }
}
