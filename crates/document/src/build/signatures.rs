//! Signature blocks: capacity, post, name.

use phongtrao_value::text::{folded, is_alphabetic, is_alphanumeric};

use super::columns::{Column, Piece};
use super::tail;
use super::words::SIGNATURE;
use crate::{Capacity, Field, Frame, Signature};

/// Reads the pieces of signature blocks, each column by itself.
pub(super) fn read(pieces: &[Piece], preamble: &str, frame: &mut Frame) {
    let mut columns: Vec<Column> = pieces.iter().map(lane).collect();
    columns.sort();
    columns.dedup();
    let mut found: Vec<Signature> = Vec::new();
    for column in columns {
        let stream: Vec<&Piece> = pieces.iter().filter(|piece| lane(piece) == column).collect();
        found.extend(blocks(&stream));
    }
    join_names(&mut found);
    order(&mut found, preamble, frame);
    if frame.issuers.is_empty()
        && let Some(body) = found.first().and_then(|signature| signature.body.clone().map(|body| Field::new(body, signature.span)))
    {
        frame.issuers.push(body);
    }
    frame.signatures = found;
}

/// A name in one column goes with the post in another that lacks one.
fn join_names(found: &mut Vec<Signature>) {
    let nameless = found.iter().position(|signature| signature.name.is_none());
    let bare = found.iter().position(|signature| signature.name.is_some() && signature.post.is_none() && signature.body.is_none());
    if let (Some(nameless), Some(bare)) = (nameless, bare) {
        let name = found[bare].clone();
        found[nameless].span = found[nameless].span.to(name.span);
        found[nameless].name = name.name;
        found[nameless].rank = name.rank;
        found.remove(bare);
    }
}

/// Words that stand alone go with the first column.
fn lane(piece: &Piece) -> Column {
    if piece.column == Column::Alone { Column::At(0) } else { piece.column }
}

/// The issuer's own signature comes first: the one that signs for the issuer, else for the body that the preamble names first, else the last.
fn order(found: &mut [Signature], preamble: &str, frame: &Frame) {
    if found.len() < 2 {
        return;
    }
    let preamble = folded(preamble);
    let issuer = frame.issuers.first().map(|issuer| folded(&issuer.value));
    let place = |signature: &Signature| {
        let body = signature.body.as_deref().map(folded).filter(|body| !body.is_empty());
        let own = issuer.as_deref().zip(body.as_deref()).is_some_and(|(issuer, body)| issuer.contains(body) || body.contains(issuer));
        let named = body.and_then(|body| preamble.rfind(&body).map(|_| preamble.find(&body).unwrap_or(usize::MAX)));
        (!own, signature.post.is_none(), named.unwrap_or(usize::MAX))
    };
    found.sort_by_key(place);
}

/// The blocks of one column, from the top.
fn blocks(stream: &[&Piece]) -> Vec<Signature> {
    let mut found: Vec<Signature> = Vec::new();
    let mut block: Option<Block> = None;
    for piece in stream {
        if tail::is_mark(&piece.folded) {
            continue;
        }
        let capacity = tail::is_capacity(&piece.words);
        let on_behalf = capacity && starts_with(&piece.folded, &SIGNATURE.on_behalf);
        let begins = block.as_ref().is_none_or(|block| capacity && (!block.names.is_empty() || on_behalf && block.has_body()));
        if begins {
            found.extend(block.take().and_then(Block::finish));
        }
        block.get_or_insert_with(Block::default).add(piece, capacity);
    }
    found.extend(block.and_then(Block::finish));
    found
}

/// A block that is being read.
#[derive(Default)]
struct Block {
    lines: Vec<(String, phongtrao_diagnostic::Span)>,
    names: Vec<(String, phongtrao_diagnostic::Span, usize)>,
    other: bool,
}

impl Block {
    fn has_body(&self) -> bool {
        self.lines.iter().any(|(words, _)| starts_with(&folded(words), &SIGNATURE.on_behalf))
    }

    fn add(&mut self, piece: &Piece, capacity: bool) {
        let words = piece.words.trim_matches(['[', ']', ' ', '*']).to_owned();
        if words.is_empty() || self.other {
            return;
        }
        let goes_on = !capacity && tail::is_capitals_mostly(&words) && self.names.is_empty() && !self.lines.is_empty();
        if capacity {
            self.lines.push((words, piece.span));
        } else if goes_on && (!tail::is_name(&words) || self.last_is_open() || is_body_rest(&words) || self.last_is_body()) {
            if let Some((line, span)) = self.lines.last_mut() {
                line.push(' ');
                line.push_str(&words);
                *span = span.to(piece.span);
            }
        } else if self.names.iter().all(|(_, _, line)| piece.line <= line + 2) && is_name_part(&words, self.names.is_empty()) {
            self.names.push((words, piece.span, piece.line));
        } else if !self.names.is_empty() {
            self.other = true;
        }
    }

    /// Whether the line of a body was broken: `TM. ỦY BAN NHÂN`.
    fn last_is_open(&self) -> bool {
        self.lines.last().is_some_and(|(words, _)| words.ends_with([',', '-', '–']))
    }

    /// Whether the last line names the body on whose behalf is signed.
    fn last_is_body(&self) -> bool {
        self.lines.last().is_some_and(|(words, _)| starts_with(&folded(words), &SIGNATURE.on_behalf))
    }

    fn finish(self) -> Option<Signature> {
        let first = self.lines.first().map(|(_, span)| *span).or(self.names.first().map(|(_, span, _)| *span))?;
        let last = self.names.last().map(|(_, span, _)| *span).or(self.lines.last().map(|(_, span)| *span))?;
        let joined = self.names.iter().map(|(words, ..)| words.as_str()).collect::<Vec<_>>().join(" ");
        let (rank, name) = without_rank(&joined);
        let name_span = self.names.first().map(|(_, span, _)| span.to(last));
        let mut signature = Signature { span: first.to(last), capacities: Vec::new(), body: None, post: None, name: None, rank: None };
        signature.name = name_span.filter(|_| !name.is_empty()).map(|span| Field::new(name.to_owned(), span));
        signature.rank = rank.filter(|rank| !rank.is_empty()).map(str::to_owned);
        let mut posts: Vec<String> = Vec::new();
        for (words, _) in self.lines {
            let folded = folded(&words);
            let (capacity, length) = capacity(&folded);
            signature.capacities.extend(capacity);
            if capacity == Some(Capacity::OnBehalf) {
                signature.body.get_or_insert_with(|| words.chars().skip(length).collect::<String>().trim().to_owned());
            } else {
                posts.push(words.trim_end_matches([',', ' ']).to_owned());
            }
        }
        signature.post = (!posts.is_empty()).then(|| posts.join(", "));
        let signs = signature.post.is_some() || signature.body.is_some() || signature.name.is_some();
        signs.then_some(signature)
    }
}

/// A word or two in capitals that finish the name of a body: `DÂN`.
fn is_body_rest(words: &str) -> bool {
    !words.contains(' ')
}

/// Whether words are a name or a part of one.
fn is_name_part(words: &str, first: bool) -> bool {
    let name = without_rank(words).1;
    let one = !name.contains(' ')
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().all(is_alphabetic)
        && name.chars().count() <= 7;
    tail::is_name(words) || one || !first && name.split(' ').all(|part| part.chars().next().is_some_and(char::is_uppercase))
}

fn starts_with(folded: &str, prefixes: &[String]) -> bool {
    prefixes.iter().any(|prefix| folded.starts_with(prefix.as_str()))
}

/// The capacity at the beginning of folded words, and how many characters name it.
fn capacity(words: &str) -> (Option<Capacity>, usize) {
    let lists = [
        (&SIGNATURE.on_behalf, Capacity::OnBehalf),
        (&SIGNATURE.by_delegation, Capacity::ByDelegation),
        (&SIGNATURE.deputy, Capacity::Deputy),
        (&SIGNATURE.by_order, Capacity::ByOrder),
        (&SIGNATURE.acting, Capacity::Acting),
    ];
    for (prefixes, capacity) in lists {
        if let Some(prefix) = prefixes.iter().find(|prefix| words.starts_with(prefix.as_str())) {
            return (Some(capacity), prefix.chars().count());
        }
    }
    (None, 0)
}

/// Degree and rank before a name, and the name.
pub(super) fn without_rank(words: &str) -> (Option<&str>, &str) {
    let mut from = 0;
    loop {
        let rest = &words[from..];
        let small = folded(&rest.chars().take(24).collect::<String>());
        let Some(rank) = SIGNATURE.ranks.iter().find(|rank| small.starts_with(rank.as_str()) && ends_word(&small, rank)) else { break };
        let length: usize = rest.chars().take(rank.chars().count()).map(char::len_utf8).sum();
        let after = rest[length..].trim_start_matches(['.', ',', ' ']);
        from = words.len() - after.len();
    }
    if from == 0 { (None, words.trim()) } else { (Some(words[..from].trim().trim_end_matches([',', '.'])), words[from..].trim()) }
}

fn ends_word(words: &str, prefix: &str) -> bool {
    prefix.ends_with(['.', ',', ' ']) || !words[prefix.len()..].starts_with(is_alphanumeric)
}
