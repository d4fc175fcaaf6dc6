//! Heading or sentence: whether a label names what follows, or stands before a sentence of the rule.

use std::ops::Range;

use phongtrao_value::text::{is_alphanumeric, is_capitals, lowered};

use super::words::{ENACTING, HEADINGS, VERBS};
use crate::LabelClass;

/// What is known around a labelled text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub(super) class: LabelClass,
    /// All of its lines are bold, or its first are.
    pub(super) bold: bool,
    /// The author sets headings bold in this document.
    pub(super) bold_used: bool,
    /// Parts or paragraphs follow that belong to it.
    pub(super) followed: bool,
    /// Those parts are labelled.
    pub(super) followed_by_items: bool,
    /// How many of the parts of the same series before and behind are headings.
    pub(super) headings_beside: u8,
}

/// A name of a part in one breath.
const SHORT_NAME: usize = 130;

/// The range of the heading within the words behind a label; none when they are a sentence.
pub(super) fn of(words: &str, around: Around) -> Option<Range<usize>> {
    let start = words.len() - words.trim_start_matches([' ', '.', ':', '-', '–']).len();
    let text = words[start..].trim_end();
    if text.is_empty() || !around.class.names() {
        return None;
    }
    let range = |length: usize| {
        let heading = text[..length].trim_end_matches([' ', ':', '.', ';', '/']);
        (!heading.is_empty()).then(|| start..start + heading.len())
    };
    if around.class < LabelClass::Article {
        return range(text.len());
    }
    if let Some(length) = capitals(text) {
        return range(length);
    }
    if let Some(colon) = colon(text) {
        let head = &text[..colon];
        let ends = text[colon + 1..].trim().is_empty();
        let rest = behind_number(text);
        if rest.len() < text.len()
            && !ends
            && around.followed
            && !super::paragraphs::ends_sentence(rest)
            && rest.len() < SHORT_NAME
            && !rest.contains(':')
        {
            return range(text.len());
        }
        return if names(head, ends, around) { range(colon) } else { None };
    }
    plain(text, around).then(|| range(text.len())).flatten()
}

/// Whether words that were taken for a sentence may be a heading where headings stand beside them: [`of`] looks there only for these.
pub(super) fn may_be_beside_others(words: &str, around: Around) -> bool {
    let text = words.trim_start_matches([' ', '.', ':', '-', '–']).trim_end();
    if let Some(colon) = colon(text) {
        return text[..colon].contains(';');
    }
    let by_itself = matches!(around.class, LabelClass::Article | LabelClass::Ordinal) || around.bold && around.bold_used;
    let ended = text.ends_with(['.', '!', '?']);
    !by_itself && !text.ends_with([';', ',']) && if ended { around.followed } else { !around.followed && text.len() < SHORT_NAME }
}

/// How far the words are in capitals, when that makes a heading.
fn capitals(text: &str) -> Option<usize> {
    /// Shorter ones are abbreviations.
    const LEAST: usize = 5;
    if is_capitals(text) {
        return Some(text.len());
    }
    // `MỤC ĐÍCH: Nhằm …`, `KINH PHÍ (theo phụ lục kèm theo)`.
    let end = text.find([':', '(']).filter(|end| *end >= LEAST)?;
    let head = &text[..end];
    (is_capitals(head) && head.contains(' ')).then(|| if text[end..].starts_with('(') && text.ends_with(')') { text.len() } else { end })
}

/// Where the colon stands that may end a heading: not within quotation marks or brackets, not in a time or an address.
fn colon(text: &str) -> Option<usize> {
    /// A colon behind so many bytes ends no heading.
    const FARTHEST: usize = 700;
    let near = &text.as_bytes()[..text.len().min(FARTHEST + 1)];
    memchr::memchr(b':', near)?;
    let (mut quotes, mut brackets, mut straight) = (0_i32, 0_i32, false);
    for (at, c) in text.char_indices().take_while(|(at, _)| *at <= FARTHEST) {
        match c {
            '“' => quotes += 1,
            '”' => quotes -= 1,
            '"' => straight = !straight,
            '(' => brackets += 1,
            ')' => brackets -= 1,
            ':' if quotes <= 0 && brackets <= 0 && !straight => {
                let digits = text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
                if !digits && !text[at + 1..].starts_with("//") {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether words before a colon name something.
fn names(head: &str, ends: bool, around: Around) -> bool {
    /// A longer noun phrase before text that runs on is a sentence.
    const LONGEST: usize = 170;
    let head = head.trim();
    let small = lowered(head);
    if begins(&small, &HEADINGS.about) {
        return true;
    }
    if head.len() > 2 * LONGEST {
        return false;
    }
    if begins(&small, &HEADINGS.toward) {
        return head.len() <= LONGEST;
    }
    if begins(&small, &HEADINGS.conditions) && !around.bold {
        return false;
    }
    if around.bold && around.bold_used && head.len() < 2 * LONGEST {
        return true;
    }
    let list = !ends && head.contains(';') && around.headings_beside < 2;
    let sentence = head.contains(". ") || list || head.len() > LONGEST;
    if sentence {
        return false;
    }
    if begins(&small, &HEADINGS.tasks) {
        let rest = HEADINGS.tasks.iter().find_map(|task| super::words::after(&small, task)).unwrap_or_default();
        return !has_verb(rest, true);
    }
    let small =
        if ends { HEADINGS.lead_in_ends.iter().find_map(|end| small.strip_suffix(end.as_str())).unwrap_or(&small) } else { small.as_str() };
    let commands = around.class >= LabelClass::Letter && begins(small, &HEADINGS.imperatives);
    !commands && !has_verb(small, true)
}

/// Whether words without a colon are a heading.
fn plain(text: &str, around: Around) -> bool {
    /// No heading is longer.
    const LONGEST: usize = 420;
    if text.len() > LONGEST || text.ends_with([';', ',']) {
        return false;
    }
    let small = lowered(text);
    let ended = text.ends_with(['.', '!', '?']);
    if around.class == LabelClass::Article {
        if enacts(&small) {
            return false;
        }
        return text.len() < 2 * SHORT_NAME
            && around.followed
            && (!ended || text.len() < SHORT_NAME && !text.trim_end_matches('.').contains('.'));
    }
    if around.class == LabelClass::Ordinal {
        return false;
    }
    if around.bold && around.bold_used {
        return around.followed || !ended;
    }
    if behind_number(text).trim_end_matches('.').contains(". ") {
        return false;
    }
    if enacts(&small) {
        return false;
    }
    if ended {
        // Between headings and above a list, verbs that also stand within a name do not make a sentence.
        let among_headings = around.headings_beside > 0 && text.len() < 2 * SHORT_NAME;
        let sentence = begins(&small, &HEADINGS.conditions) || has_verb(&small, !among_headings);
        let commands = begins(&small, &HEADINGS.imperatives) || text.len() > 2 * SHORT_NAME;
        let told = !around.followed_by_items && text.len() > LONG_ENOUGH_TO_TELL && tells(&small);
        return around.followed && !sentence && !told && (around.headings_beside > 0 || around.followed_by_items && !commands);
    }
    if !around.followed {
        return around.headings_beside == 2
            && text.len() < SHORT_NAME
            && !begins(&small, &HEADINGS.imperatives)
            && !begins(&small, &HEADINGS.conditions);
    }
    let case = begins(&small, &HEADINGS.cases) && (!text.contains(',') || around.followed_by_items);
    case || !begins(&small, &HEADINGS.conditions)
}

/// What follows `Mục tiêu 1.` in a heading that counts by itself.
fn behind_number(text: &str) -> &str {
    /// The words before the number are few.
    const SHORT: usize = 24;
    let near = &text.as_bytes()[..text.len().min(SHORT + 1)];
    match near.iter().position(|byte| matches!(byte, b'.' | b':')) {
        Some(dot) if dot <= SHORT && text[..dot].ends_with(|c: char| c.is_ascii_digit()) => text[dot + 1..].trim_start(),
        _ => text,
    }
}

/// Whether the words begin with others that are given in small letters.
pub(super) fn starts_with_small(words: &str, start: &str) -> bool {
    let mut letters = words.chars().flat_map(char::to_lowercase);
    start.chars().all(|expected| letters.next() == Some(expected))
}

fn begins(small: &str, words: &[String]) -> bool {
    words.iter().any(|word| super::words::after(small, word).is_some())
}

/// A name of a body that ends with a full stop is shorter than a sentence that tells it what to do.
const LONG_ENOUGH_TO_TELL: usize = 70;

/// Whether somebody is told to do something: a command stands behind the first words. `tổ chức` also stands within names.
fn tells(small: &str) -> bool {
    let own = |word: &&String| !HEADINGS.in_names.contains(word);
    HEADINGS.imperatives.iter().filter(own).any(|word| {
        small
            .match_indices(word.as_str())
            .any(|(at, _)| at > 0 && is_whole(small, at..at + word.len()) && !small[..at].ends_with([',', '-']))
    })
}

/// Whether a word that makes a sentence stands within; `weak` says whether those count that also stand within names.
fn has_verb(small: &str, weak: bool) -> bool {
    VERBS.find_overlapping_iter(small).any(|found| {
        let verb = HEADINGS.verbs.get(found.pattern().as_usize());
        if !weak && verb.is_some_and(|verb| HEADINGS.weak_verbs.contains(verb)) {
            return false;
        }
        is_whole(small, found.range())
    })
}

/// Whether a word that makes an article a sentence stands within.
fn enacts(small: &str) -> bool {
    ENACTING.find_overlapping_iter(small).any(|found| is_whole(small, found.range()))
}

/// Whether a space or the beginning stands before the range, and no word goes on behind it.
fn is_whole(small: &str, range: Range<usize>) -> bool {
    (range.start == 0 || small.as_bytes()[range.start - 1] == b' ') && !small[range.end..].starts_with(is_alphanumeric)
}
