//! Decision on awards (quyết định khen thưởng) with its list: the number in the list becomes the number in the golden book.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_document::write::{Letter, Page, Part};
use phongtrao_value::Money;
use phongtrao_value::text::{capitalised, with_small_first};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::lists::{self, AwardForm, AwardGroup, ListWords, SubjectKind};
use crate::{Body, Composed, Phrase, Style, fields, texts};

super::paper!(Decision, "decision", Words, held_by Decision::adds_up);

/// A decision that gives awards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decision {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// Who decides, as printed above the bases and as another paper cites it: `Hiệu trưởng Trường Đại học Sông Ngàn`.
    pub authority: String,
    /// What it is about: `tặng danh hiệu thi đua và Giấy khen năm học 2025-2026`.
    pub about: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// On whose proposal: `Trưởng phòng Tổng hợp`.
    pub proposed_by: String,
    /// What is honoured, as article 1 puts it: `đã có thành tích xuất sắc trong năm học 2025-2026`.
    pub achievement: String,
    /// Those who are honoured, in the order of the list.
    #[serde(default)]
    pub groups: Vec<AwardGroup>,
    /// Those who are honoured after their death.
    #[serde(default)]
    pub posthumous: Vec<AwardGroup>,
    /// The bonus, where the decision speaks of it.
    pub bonus: Option<Bonus>,
    /// Who carries it out, beside those honoured: `Chánh Văn phòng`, `Trưởng phòng Tài chính - Kế toán`.
    pub executors: Vec<String>,
}

/// What a decision says of the bonus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bonus {
    /// The rule that it follows, cited in full.
    pub rule: String,
    /// From what it is paid: `Quỹ thi đua, khen thưởng của Trường năm 2026`.
    pub source: String,
    /// What each award brings, where the decision states it.
    #[serde(default)]
    pub rates: Vec<Rate>,
    /// The sum of all, in đồng, where the decision states it.
    #[serde(default, deserialize_with = "fields::amount_if_said")]
    pub total: Option<Money>,
}

/// The bonus of one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rate {
    /// The award as printed.
    pub award: String,
    /// What each gets, in đồng.
    #[serde(deserialize_with = "fields::amount")]
    pub amount: Money,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    proposed_by: Phrase,
    enacts: String,
    article: Phrase,
    gives: Gives,
    gives_posthumously: Gives,
    titles: String,
    commendations: String,
    both: String,
    title: Phrase,
    title_begins: String,
    collectives: Phrase,
    households: Phrase,
    individuals: Phrase,
    award: Phrase,
    bonus: Phrase,
    bonus_stated: Phrase,
    rate: Phrase,
    total: Phrase,
    force: Phrase,
    and: String,
    annex: String,
    annex_of: Phrase,
    golden_book: String,
    list: ListWords,
}

/// What article 1 says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gives {
    one: Phrase,
    several: Phrase,
}

impl Words {
    /// What several awards are called together.
    fn honours_of(&self, groups: &[AwardGroup]) -> &str {
        let all = |form| groups.iter().all(|group| group.form == Some(form));
        if all(AwardForm::Title) {
            return &self.titles;
        }
        if all(AwardForm::Commendation) { &self.commendations } else { &self.both }
    }

    /// An award within a sentence: a title by its name alone needs to be called one.
    fn named(&self, groups: &[AwardGroup]) -> String {
        let Some(group) = groups.first() else { return String::new() };
        let small = with_small_first(&group.award);
        match group.form {
            _ if small.starts_with(&self.title_begins) => small,
            Some(AwardForm::Title) => self.title.fill(&[("award", &group.award)]),
            _ => group.award.clone(),
        }
    }
}

impl Decision {
    /// Whether the sum is what the rates come to. Where a rate is not stated under the name of its award, or under several, nobody can tell.
    fn adds_up(&self) -> Result<(), Box<Finding>> {
        let Some(bonus) = &self.bonus else { return Ok(()) };
        let (Some(total), Some(sum)) = (bonus.total, self.sum(&bonus.rates)) else { return Ok(()) };
        if total == sum {
            return Ok(());
        }
        let message = texts::total_impossible(total.to_string(), sum.to_string());
        Err(Box::new(Finding::new("paper-figures", Severity::Error, message).help(texts::total_impossible_help())))
    }

    fn sum(&self, rates: &[Rate]) -> Option<Money> {
        let mut sum = Money::ZERO;
        for group in self.groups.iter().chain(&self.posthumous) {
            let mut own = rates.iter().filter(|rate| rate.award == group.award);
            let (Some(rate), None) = (own.next(), own.next()) else { return None };
            for _ in &group.nominees {
                sum = sum.plus(rate.amount)?;
            }
        }
        Some(sum)
    }

    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("about", &self.about)]);
        let mut parts = vec![self.frame.head(style), frame::title(&words.kind, &[&about]), Part::Centred(self.authority.to_uppercase())];
        let mut bases = self.bases.clone();
        bases.push(words.proposed_by.fill(&[("who", &self.proposed_by)]));
        parts.extend(frame::bases(&bases));
        parts.push(Part::Centred(words.enacts.clone()));
        let articles = [
            Some(self.gives(words)),
            self.bonus.as_ref().map(|bonus| bonus.parts(words, &self.subjects(words))),
            Some(vec![self.force(words)]),
        ];
        for (index, article) in articles.into_iter().flatten().enumerate() {
            let label = words.article.fill(&[("number", &(index + 1).to_string())]);
            parts.extend(labelled(label, article));
        }
        parts.push(self.frame.end());
        parts.extend(self.annex(words, style));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn gives(&self, words: &Words) -> Vec<String> {
        let said = [(&self.groups, &words.gives), (&self.posthumous, &words.gives_posthumously)];
        said.into_iter().filter(|(groups, _)| !groups.is_empty()).flat_map(|(groups, gives)| self.given(groups, gives, words)).collect()
    }

    /// A single award is named at once, several in a line each.
    fn given(&self, groups: &[AwardGroup], gives: &Gives, words: &Words) -> Vec<String> {
        let awards: Vec<&[AwardGroup]> = lists::by_award(groups).collect();
        let filled = |phrase: &Phrase, what: &str| {
            phrase.fill(&[("what", what), ("counts", &counts(groups, words)), ("achievement", &self.achievement)])
        };
        if let [only] = awards.as_slice() {
            return vec![filled(&gives.one, &words.named(only))];
        }
        let mut out = vec![filled(&gives.several, words.honours_of(groups))];
        for (index, award) in awards.iter().enumerate() {
            let sign = if index + 1 == awards.len() { "." } else { ";" };
            let name = award.first().map(|group| group.award.as_str()).unwrap_or_default();
            out.push(words.award.fill(&[("award", name), ("counts", &counts(award, words))]) + sign);
        }
        out
    }

    /// `tập thể, cá nhân`: of whom somebody is honoured.
    fn subjects(&self, words: &Words) -> String {
        words.list.subjects(self.groups.iter().chain(&self.posthumous))
    }

    fn force(&self, words: &Words) -> String {
        let executors = match self.executors.as_slice() {
            [before @ .., last] if !before.is_empty() => format!("{} {} {last}", before.join(", "), words.and),
            one => one.join(""),
        };
        let said = words.force.fill(&[("executors", &executors), ("subjects", &self.subjects(words))]);
        match frame::last_paragraph(&said) {
            Part::Paragraph(said) => said,
            _ => said,
        }
    }

    fn annex(&self, words: &Words, style: &Style) -> [Part; 4] {
        let (number, date) = self.frame.citation(style);
        let of = words.annex_of.fill(&[("number", &number), ("date", &date), ("authority", &self.authority)]);
        let all: Vec<AwardGroup> = self.groups.iter().chain(&self.posthumous).cloned().collect();
        [
            Part::Section(Page::Upright),
            frame::title(&words.annex, &[&self.about, &frame::enclosed(&of)]),
            lists::table(&all, &words.list),
            Part::Remark(words.golden_book.clone()),
        ]
    }
}

impl Bonus {
    fn parts(&self, words: &Words, subjects: &str) -> Vec<String> {
        let stated = !self.rates.is_empty() || self.total.is_some();
        let phrase = if stated { &words.bonus_stated } else { &words.bonus };
        let mut out = vec![phrase.fill(&[("subjects", &capitalised(subjects)), ("rule", &self.rule), ("source", &self.source)])];
        let in_both = |money: Money| (money.to_string(), money.in_words());
        out.extend(self.rates.iter().map(|rate| {
            let (figures, in_words) = in_both(rate.amount);
            words.rate.fill(&[("award", &rate.award), ("figures", &figures), ("words", &in_words)])
        }));
        out.extend(self.total.map(|total| {
            let (figures, in_words) = in_both(total);
            words.total.fill(&[("figures", &figures), ("words", &in_words)])
        }));
        out
    }
}

/// An article: its label before its first paragraph.
fn labelled(label: String, paragraphs: Vec<String>) -> Vec<Part> {
    let mut paragraphs = paragraphs.into_iter();
    let first = paragraphs.next().unwrap_or_default();
    std::iter::once(Part::Labelled { label, words: first }).chain(paragraphs.map(Part::Paragraph)).collect()
}

/// `3 tập thể, 41 cá nhân`: only what there is.
fn counts(groups: &[AwardGroup], words: &Words) -> String {
    let kinds = [
        (SubjectKind::Collective, &words.collectives),
        (SubjectKind::Household, &words.households),
        (SubjectKind::Individual, &words.individuals),
    ];
    let counted = kinds.map(|(kind, phrase)| (lists::number_of(groups, kind), phrase));
    let said = counted.iter().filter(|(number, _)| *number > 0).map(|(number, phrase)| phrase.fill(&[("number", &format!("{number:02}"))]));
    said.collect::<Vec<String>>().join(", ")
}
