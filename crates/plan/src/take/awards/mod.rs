//! Forms of commendation, titles and prizes that the document offers.
//!
//! An honour is offered where a part about honours lists it, or where a word of giving stands before it; a title also where people are to
//! reach it. What a criterion asks one to have already, what other programmes give, and what comes with a title is not.

mod extent;
mod mention;
mod offer;
mod quota;
mod same;
#[cfg(test)]
mod tests;
mod words;

use phongtrao_document::{Address, Document};

use self::mention::{Mention, is_leading, mentions};
use self::offer::Context;
use self::same::Offers;
use self::words::WORDS;
use super::Item;
use super::parts::{PartKind, Parts, Words};
use crate::{AwardForm, SubjectKind};

/// An honour that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardOffer {
    /// Its name with its authority, where it is first printed so.
    pub item: Item,
    /// Its form in the Law.
    pub form: AwardForm,
    /// Its name without the authority.
    pub name: String,
    /// Who decides, when it is printed beside it.
    pub authority: Option<String>,
    /// The kinds of those who can have it, as far as the words around it tell.
    pub subjects: Vec<SubjectKind>,
    /// The words that say for how many, where they stand beside it.
    pub quota: Option<String>,
    /// The clauses that it heads: what stands in them is said of it.
    pub heads: Vec<Address>,
}

/// All of them in the order of the text, each once.
pub(crate) fn take(document: &Document, parts: &Parts) -> Vec<AwardOffer> {
    let kind = document.frame.kind.as_ref().map(|kind| kind.value.as_str()).unwrap_or_default();
    if WORDS.telling.iter().any(|telling| telling == kind) {
        return Vec::new();
    }
    let news = WORDS.news.iter().any(|news| news == kind);
    let mut offers = Offers::of(document.frame.issuers.first().map_or("", |issuer| issuer.value.as_str()));
    let mut contexts: Vec<Context> = Vec::with_capacity(parts.0.len());
    for (index, part) in parts.0.iter().enumerate() {
        let above = part.parent.map_or(Context { news, ..Context::default() }, |parent| contexts[parent]);
        let context = above.below(part);
        contexts.push(context);
        if part.kind == PartKind::Preamble && has_clauses(parts) {
            continue;
        }
        if let Some(words) = &part.heading {
            read(parts, index, words, Context { in_heading: true, ..context }, &mut offers);
        }
        for words in &part.paragraphs {
            read(parts, index, words, context, &mut offers);
        }
    }
    offers.found()
}

/// Whether the document has labelled parts, so that its preamble is one and not the text of an article.
fn has_clauses(parts: &Parts) -> bool {
    parts.0.iter().any(|part| matches!(part.kind, PartKind::Clause(class) if class.names()))
}

fn read(parts: &Parts, index: usize, words: &Words, context: Context, offers: &mut Offers) {
    if let Some(prize) = offer::general_prize(words, context) {
        let name = words.text().get(prize.clone()).unwrap_or_default().to_owned();
        let item = parts.item(index, words, prize);
        return offers.add(AwardOffer {
            item,
            form: AwardForm::Recognition,
            name,
            authority: None,
            subjects: Vec::new(),
            quota: None,
            heads: Vec::new(),
        });
    }
    let mut last: Option<Mention> = None;
    let mut sentences = offer::Sentences::default();
    let mut mentions = mentions(words.text(), &words.lower).into_iter().peekable();
    while let Some(mention) = mentions.next() {
        let sentence = sentences.start(words.text(), mention.start);
        if offer::is_offered(&mention, last.as_ref(), words, sentence, context) {
            let from = last.as_ref().map_or(sentence, |last| last.range.end.max(sentence)).min(mention.start);
            let to = mentions.peek().map_or(words.text().len(), |next| next.start.max(mention.range.end));
            let below = parts.0[index].opening().filter(|_| context.in_heading);
            let counted = quota::beside(words, from, &mention, to).and_then(|range| words.text().get(range));
            let counted = counted.or_else(|| below.and_then(|below| below.text().get(quota::at_start(below)?)));
            let quota = counted.map(str::to_owned);
            let heads = (context.in_heading || is_leading(words.text(), mention.start)).then(|| parts.0[index].address.clone());
            let heads = heads.into_iter().filter(|address| !address.0.is_empty()).collect();
            offers.add(AwardOffer { quota, heads, ..offered(parts, index, words, &mention) });
            last = Some(mention);
        }
    }
}

fn offered(parts: &Parts, index: usize, words: &Words, mention: &Mention) -> AwardOffer {
    let item = parts.item(index, words, mention.range.clone());
    let authority = mention.authority.clone().and_then(|range| words.text().get(range)).map(str::to_owned);
    let bare = match &mention.authority {
        Some(range) if mention.range.start <= range.start && range.end <= mention.range.end => {
            offer::bare_name(words, mention, range.start)
        }
        _ => mention.name.clone(),
    };
    let composed = authority.as_ref().is_some_and(|authority| mention.name.ends_with(authority.as_str()));
    let name = if composed && bare == mention.name { offer::noun(words, mention) } else { bare };
    let subjects = offer::subjects(words, mention.range.end);
    AwardOffer {
        item: Item { words: mention.name.clone(), ..item },
        form: mention.form,
        name,
        authority,
        subjects,
        quota: None,
        heads: Vec::new(),
    }
}
