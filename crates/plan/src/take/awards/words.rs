//! The words by which offered honours are recognised.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::AwardForm;
use crate::take::phrase::Phrases;

#[derive(Deserialize)]
struct File {
    noun: Vec<NounList>,
    title: Vec<TitleList>,
    prizes: Vec<String>,
    offering_headings: Vec<String>,
    prize_headings: Vec<String>,
    criteria: Vec<String>,
    giving: Vec<String>,
    strong_giving: Vec<String>,
    past: Vec<String>,
    passing: Vec<String>,
    going_with: Vec<String>,
    title_words: Vec<String>,
    title_fillers: Vec<String>,
    all_of_them: Vec<String>,
    counted: Vec<String>,
    receivers: Vec<String>,
    prize_words: Vec<String>,
    least: Vec<String>,
    open_titles: Vec<String>,
    news: Vec<String>,
    ranks: Vec<String>,
    names: Vec<String>,
    having: Vec<String>,
    long_past: Vec<String>,
    giving_verbs: Vec<String>,
    levels: Vec<String>,
    of: Vec<String>,
    joining: Vec<String>,
    authorities: Vec<String>,
    ends: Vec<String>,
    list_words: Vec<String>,
    collective: Vec<String>,
    individual: Vec<String>,
    household: Vec<String>,
    limits: Vec<String>,
    choosing: Vec<String>,
    asking: Vec<String>,
    counted_kinds: Vec<String>,
    honouring: Vec<String>,
    offices: Vec<String>,
    telling: Vec<String>,
    written_out: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct NounList {
    words: Vec<String>,
    form: FormWord,
    #[serde(default)]
    named: bool,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    quoted: bool,
}

#[derive(Deserialize)]
struct TitleList {
    words: Vec<String>,
    form: FormWord,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum FormWord {
    Title,
    Commendation,
    Recognition,
    Praise,
}

impl From<FormWord> for AwardForm {
    fn from(word: FormWord) -> AwardForm {
        match word {
            FormWord::Title => AwardForm::Title,
            FormWord::Commendation => AwardForm::Commendation,
            FormWord::Recognition => AwardForm::Recognition,
            FormWord::Praise => AwardForm::Praise,
        }
    }
}

/// What kind of words name an honour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// A noun: `bằng khen`.
    Noun {
        /// No honour without a name.
        named: bool,
        /// An honour only right after a word of giving.
        weak: bool,
        /// No honour without a name in quotation marks.
        quoted: bool,
    },
    /// A title of the Law, or a known recognition.
    Title,
    /// A prize.
    Prize,
    /// The word for titles, with a name after it.
    TitleWord,
    /// A word of honouring, with a name in quotation marks after it.
    Honouring,
}

/// Words ready to be looked for.
pub(super) struct AwardWords {
    /// All nouns, titles and prizes, and `danh hiệu`.
    pub(super) honours: Phrases,
    /// What each of them is.
    pub(super) natures: BTreeMap<String, (Nature, AwardForm)>,
    pub(super) offering_headings: Phrases,
    pub(super) prize_headings: Phrases,
    pub(super) criteria: Phrases,
    pub(super) giving: Phrases,
    pub(super) strong_giving: Vec<String>,
    pub(super) past: Vec<String>,
    pub(super) passing: Phrases,
    pub(super) going_with: Phrases,
    pub(super) title_words: Vec<String>,
    pub(super) title_fillers: Phrases,
    pub(super) all_of_them: Phrases,
    pub(super) counted: Phrases,
    pub(super) receivers: Phrases,
    pub(super) prize_words: Phrases,
    pub(super) least: Phrases,
    pub(super) open_titles: Phrases,
    pub(super) news: Vec<String>,
    pub(super) ranks: Phrases,
    pub(super) names: Phrases,
    pub(super) having: Phrases,
    pub(super) long_past: Vec<String>,
    pub(super) giving_verbs: Vec<String>,
    pub(super) levels: Phrases,
    pub(super) of: Vec<String>,
    pub(super) joining: Vec<String>,
    pub(super) authorities: Phrases,
    pub(super) ends: Phrases,
    pub(super) list_words: Phrases,
    pub(super) collective: Phrases,
    pub(super) individual: Phrases,
    pub(super) household: Phrases,
    pub(super) limits: Phrases,
    pub(super) choosing: Phrases,
    pub(super) asking: Phrases,
    pub(super) counted_kinds: Phrases,
    pub(super) offices: Phrases,
    pub(super) telling: Vec<String>,
    pub(super) written_out: BTreeMap<String, String>,
}

/// The words of `words/awards.toml`.
pub(super) static WORDS: LazyLock<AwardWords> = LazyLock::new(|| {
    // The file is compiled in, and a test loads it.
    let file: File = toml::from_str(include_str!("../../../words/awards.toml")).expect("words/awards.toml");
    let natures = natures(&file);
    let honours: Vec<String> = natures.keys().cloned().collect();
    AwardWords {
        honours: Phrases::new(&honours),
        natures,
        offering_headings: Phrases::new(&file.offering_headings),
        prize_headings: Phrases::new(&file.prize_headings),
        criteria: Phrases::new(&file.criteria),
        giving: Phrases::new(&file.giving),
        strong_giving: file.strong_giving,
        past: file.past,
        passing: Phrases::new(&file.passing),
        going_with: Phrases::new(&file.going_with),
        title_words: file.title_words,
        title_fillers: Phrases::new(&file.title_fillers),
        all_of_them: Phrases::new(&file.all_of_them),
        counted: Phrases::new(&file.counted),
        receivers: Phrases::new(&file.receivers),
        prize_words: Phrases::new(&file.prize_words),
        least: Phrases::new(&file.least),
        open_titles: Phrases::new(&file.open_titles),
        news: file.news,
        ranks: Phrases::new(&file.ranks),
        names: Phrases::new(&file.names),
        having: Phrases::new(&file.having),
        long_past: file.long_past,
        giving_verbs: file.giving_verbs,
        levels: Phrases::new(&file.levels),
        of: file.of,
        joining: file.joining,
        authorities: Phrases::new(&file.authorities),
        ends: Phrases::new(&file.ends),
        list_words: Phrases::new(&file.list_words),
        collective: Phrases::new(&file.collective),
        individual: Phrases::new(&file.individual),
        household: Phrases::new(&file.household),
        limits: Phrases::new(&file.limits),
        choosing: Phrases::new(&file.choosing),
        asking: Phrases::new(&file.asking),
        counted_kinds: Phrases::new(&file.counted_kinds),
        offices: Phrases::new(&file.offices),
        telling: file.telling,
        written_out: file.written_out,
    }
});

fn natures(file: &File) -> BTreeMap<String, (Nature, AwardForm)> {
    let nouns = file.noun.iter().flat_map(|list| {
        let nature = (Nature::Noun { named: list.named, weak: list.weak, quoted: list.quoted }, list.form.into());
        list.words.iter().map(move |words| (words.clone(), nature))
    });
    let titles = file.title.iter().flat_map(|list| list.words.iter().map(|words| (words.clone(), (Nature::Title, list.form.into()))));
    // A prize of a contest is granted by its organiser and is none of the Law's forms: it recognises a result.
    let prizes = file.prizes.iter().map(|words| (words.clone(), (Nature::Prize, AwardForm::Recognition)));
    let title_words = file.title_words.iter().map(|words| (words.clone(), (Nature::TitleWord, AwardForm::Title)));
    let honouring = file.honouring.iter().map(|words| (words.clone(), (Nature::Honouring, AwardForm::Recognition)));
    nouns.chain(titles).chain(prizes).chain(title_words).chain(honouring).collect()
}
