//! Why somebody came as far as they did, in a few words each.

use phongtrao_diagnostic::Words;
use phongtrao_judge::reasons;

use crate::Case;

/// What stands in the way, in a few words each; of those who are through, the votes.
pub(crate) fn why(words: &Words, case: &Case) -> Vec<String> {
    let layers = case.votes.iter().flat_map(|votes| &votes.layers);
    let mut said: Vec<String> = layers.flat_map(|layer| layer.result.because.iter().map(|because| words.say(&because.text()))).collect();
    for step in reasons::open(&case.reason) {
        let mut step_words = step.say(words);
        let waits: Vec<String> = step.waits.iter().map(|waits| words.say(&waits.words)).filter(|waits| *waits != step_words).collect();
        if !waits.is_empty() {
            step_words.push_str(&format!(": {}", waits.join(", ")));
        }
        said.push(step_words);
    }
    let mut once: Vec<String> = Vec::new();
    for reason in said {
        if !once.contains(&reason) {
            once.push(reason);
        }
    }
    once
}
