//! Decision on awards (quyết định khen thưởng) with its list: the number in the list becomes the number in the golden book.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_document::write::{Letter, Page, Part};
use phongtrao_value::Money;
use phongtrao_value::text::{capitalised, with_small_first};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::lists::{self, AwardForm, AwardGroup, Counted, ListWords, SubjectKind};
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
    /// What each award brings to whom, where the decision states it; nobody else is paid.
    #[serde(default)]
    pub rates: Vec<Rate>,
    /// The sum of all, in đồng, held against the rates; without it the sum of the rates is printed.
    #[serde(default, deserialize_with = "fields::amount_if_said")]
    pub total: Option<Money>,
}

/// The bonus of one award, of those of one kind who get the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rate {
    /// The award as printed.
    pub award: String,
    /// What they are.
    pub of: SubjectKind,
    /// How many are paid it.
    pub number: u32,
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
    collectives: Counted,
    households: Counted,
    individuals: Counted,
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
    /// The number of the article that says who carries it out, the last one.
    pub fn last_article(&self) -> usize {
        2 + usize::from(self.bonus.is_some())
    }

    /// Whether no rate is for more than get its award, and the sum is what the rates come to.
    fn adds_up(&self) -> Result<(), Box<Finding>> {
        let Some(bonus) = &self.bonus else { return Ok(()) };
        let refused = |message, help| Err(Box::new(Finding::new("paper-figures", Severity::Error, message).help(help)));
        for rate in &bonus.rates {
            let honoured = self.number_of(&rate.award, rate.of);
            let paid = bonus.rates.iter().filter(|other| other.award == rate.award && other.of == rate.of);
            let paid: u64 = paid.map(|rate| u64::from(rate.number)).sum();
            if paid > honoured as u64 {
                let message = texts::rate_impossible(rate.award.as_str(), paid.to_string(), honoured.to_string());
                return refused(message, texts::rate_impossible_help());
            }
        }
        match (bonus.total, bonus.sum()) {
            (Some(total), Some(sum)) if total != sum => {
                refused(texts::total_impossible(total.to_string(), sum.to_string()), texts::total_impossible_help())
            }
            _ => Ok(()),
        }
    }

    /// How many of a kind get an award.
    fn number_of(&self, award: &str, of: SubjectKind) -> usize {
        let groups = self.groups.iter().chain(&self.posthumous);
        groups.filter(|group| group.award == award && group.of == of).map(|group| group.nominees.len()).sum()
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
        let given = [("subjects", capitalised(subjects)), ("rule", self.rule.clone()), ("source", self.source.clone())];
        let given = given.each_ref().map(|(key, words)| (*key, words.as_str()));
        if self.rates.is_empty() && self.total.is_none() {
            return vec![words.bonus.fill(&given)];
        }
        let mut out = vec![words.bonus_stated.fill(&given)];
        for (index, rate) in self.rates.iter().enumerate() {
            let sign = if index + 1 == self.rates.len() { "." } else { ";" };
            out.push(rate.line(words) + sign);
        }
        out.extend(
            self.total
                .or_else(|| self.sum())
                .map(|total| words.total.fill(&[("figures", &total.to_string()), ("words", &total.in_words())])),
        );
        out
    }

    /// What the rates come to; none without rates, or beyond what can be counted.
    fn sum(&self) -> Option<Money> {
        let mut rates = self.rates.iter();
        let first = rates.next()?.sum()?;
        rates.try_fold(first, |sum, rate| sum.plus(rate.sum()?))
    }
}

impl Rate {
    fn sum(&self) -> Option<Money> {
        self.amount.for_each(u64::from(self.number))
    }

    /// `Giấy khen: 03 tập thể × 1.520.000 đồng = 4.560.000 đồng`.
    fn line(&self, words: &Words) -> String {
        let phrase = match self.of {
            SubjectKind::Collective => &words.collectives,
            SubjectKind::Household => &words.households,
            SubjectKind::Individual => &words.individuals,
        };
        let count = phrase.once.fill(&[("number", &format!("{:02}", self.number))]);
        let sum = self.sum().map(|sum| sum.to_string()).unwrap_or_default();
        words.rate.fill(&[("award", &self.award), ("count", &count), ("figures", &self.amount.to_string()), ("sum", &sum)])
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
    let said = kinds.iter().filter_map(|(kind, words)| words.said(groups, *kind));
    said.collect::<Vec<String>>().join(", ")
}
