//! The examples' rounds, to be changed and worked through.

use std::ops::ControlFlow;

use phongtrao_clerk::prepared::{Prepared, Sources, prepare};
use phongtrao_clerk::{Content, FinishedRound, Handed, Item, Organisation, work};
use phongtrao_diagnostic::{Language, Words};
use phongtrao_document::read::NoParsers;
use phongtrao_judge::population::Alone;
use phongtrao_press::{Paper, Style};
use phongtrao_register::Index;

/// Plan, rules and data of an example; `$data` are the tables beside those that every example has.
macro_rules! example {
    ($name:literal, $packs:literal, $round:literal, [$($data:literal),* $(,)?]) => {
        Sample {
            plan: include_str!(concat!("../../../../examples/", $name, "/plan.toml")).to_owned(),
            packs: vec![include_str!(concat!("../../../../examples/", $name, "/packs/", $packs)).to_owned()],
            data: vec![$(($data.to_owned(), include_str!(concat!("../../../../examples/", $name, "/data/", $data)).to_owned())),*],
            round: $round,
            as_of: None,
        }
    };
}

/// A round that can be worked through.
#[derive(Clone)]
pub(crate) struct Sample {
    plan: String,
    packs: Vec<String>,
    data: Vec<(String, String)>,
    round: &'static str,
    as_of: Option<&'static str>,
}

pub(crate) fn university() -> Sample {
    example!(
        "lifelong-learning-university",
        "vinh-giang.toml",
        "hang-nam",
        [
            "attestations.csv",
            "data.toml",
            "ledger.csv",
            "meetings.csv",
            "organisation.toml",
            "pending.csv",
            "people.csv",
            "posts.csv",
            "ratings.csv",
            "records.csv",
            "reports.csv",
            "scores.csv",
            "sittings.csv",
            "statuses.csv",
            "units.csv",
        ]
    )
}

pub(crate) fn contest() -> Sample {
    Sample { round: "chung-ket", ..digital_skills() }
}

pub(crate) fn digital_skills() -> Sample {
    example!(
        "digital-skills",
        "phan-hieu-mien-tay.toml",
        "tong-ket",
        [
            "data.toml",
            "meetings.csv",
            "organisation.toml",
            "pending.csv",
            "people.csv",
            "posts.csv",
            "records.csv",
            "results.csv",
            "sittings.csv",
            "units.csv",
        ]
    )
}

pub(crate) fn drive() -> Sample {
    example!(
        "peak-drive",
        "dao-tao-quoc-te.toml",
        "tong-ket",
        [
            "attestations.csv",
            "data.toml",
            "discipline.csv",
            "meetings.csv",
            "organisation.toml",
            "pending.csv",
            "people.csv",
            "posts.csv",
            "records.csv",
            "results.csv",
            "sittings.csv",
            "statuses.csv",
            "tasks.csv",
            "units.csv",
        ]
    )
}

pub(crate) fn partnership() -> Sample {
    example!(
        "learning-partnership",
        "bo-chi-huy.toml",
        "hang-nam",
        [
            "data.toml",
            "ledger.csv",
            "meetings.csv",
            "organisation.toml",
            "pending.csv",
            "people.csv",
            "posts.csv",
            "scores.csv",
            "sittings.csv",
            "statuses.csv",
            "units.csv",
        ]
    )
}

impl Sample {
    /// On another day than that of the round.
    pub(crate) fn on(self, day: &'static str) -> Sample {
        Sample { as_of: Some(day), ..self }
    }

    /// Without the organisation's own rules.
    pub(crate) fn without_packs(self) -> Sample {
        Sample { packs: Vec::new(), ..self }
    }

    /// With every line of the plan left out that begins so.
    pub(crate) fn without_in_plan(mut self, begin: &str) -> Sample {
        self.plan = self.plan.lines().filter(|line| !line.starts_with(begin)).map(|line| format!("{line}\n")).collect();
        self
    }

    /// With other words in the plan; what is replaced must be there.
    #[track_caller]
    pub(crate) fn change_plan(mut self, from: &str, to: &str) -> Sample {
        assert!(self.plan.contains(from), "{from} is not in the plan");
        self.plan = self.plan.replace(from, to);
        self
    }

    /// With a file of the data changed; what is replaced must be there, and all of it is.
    #[track_caller]
    pub(crate) fn change(mut self, file: &str, from: &str, to: &str) -> Sample {
        let text = self.file(file);
        assert!(text.contains(from), "{from} is not in {file}");
        *text = text.replace(from, to);
        self
    }

    /// With lines of a file kept only where they say so, but for its head.
    pub(crate) fn keep(mut self, file: &str, holds: impl Fn(&str) -> bool) -> Sample {
        let text = self.file(file);
        let kept = text.lines().enumerate().filter(|(at, line)| *at == 0 || holds(line));
        *text = kept.map(|(_, line)| format!("{line}\n")).collect();
        self
    }

    /// With lines behind those of a file.
    pub(crate) fn add(mut self, file: &str, lines: &str) -> Sample {
        if !self.data.iter().any(|(name, _)| name == file) {
            self.data.push((file.to_owned(), String::new()));
        }
        self.file(file).push_str(lines);
        self
    }

    fn file(&mut self, file: &str) -> &mut String {
        self.data.iter_mut().find(|(name, _)| name == file).map(|(_, text)| text).unwrap_or_else(|| panic!("no {file}"))
    }

    /// Works the round through.
    #[track_caller]
    pub(crate) fn worked(&self) -> Worked {
        let bytes = |text: &String| text.clone().into_bytes();
        let (organisation, data): (Vec<_>, Vec<_>) =
            self.data.iter().map(|(name, text)| (name.clone(), bytes(text))).partition(|(name, _)| name == Organisation::FILE);
        let (_, organisation) = organisation.into_iter().next().expect("the organisation");
        let read = Organisation::read(str::from_utf8(&organisation).expect("UTF-8")).expect("the organisation");
        let sources = Sources {
            plan: ("plan.toml".to_owned(), bytes(&self.plan)),
            completion: None,
            data,
            organisation: Some(organisation),
            packs: self.packs.iter().map(|text| ("own.toml".to_owned(), text.clone())).collect(),
        };
        let as_of = self.as_of.map(|day| day.parse().expect("a day"));
        let round = match prepare(&sources, Some(self.round), as_of, &NoParsers) {
            Ok(Prepared::Sound(round)) => round,
            other => panic!("{other:?}"),
        };
        assert!(round.doubts.files.is_empty(), "{:?}", round.doubts);
        let index = Index::new(&round.register);
        let facts = round.facts(&index, &read);
        let style = Style::plain(facts.as_of());
        let mut items = Vec::new();
        let mut take = |handed: Handed<'_>| {
            items.push((handed.folder.to_owned(), handed.item));
            ControlFlow::Continue(())
        };
        let finished = work(&facts, &Alone, &mut take).expect("all papers are taken");
        Worked { finished, items, style }
    }
}

/// A round that was worked through.
pub(crate) struct Worked {
    pub(crate) finished: FinishedRound,
    /// What was made, with its folder.
    items: Vec<(String, Item)>,
    style: Style,
}

impl Worked {
    /// The names of the papers of a folder.
    pub(crate) fn files(&self, folder: &str) -> Vec<&str> {
        let of = self.finished.folders.iter().filter(|known| known.path == folder);
        of.flat_map(|folder| folder.items.iter().map(|item| item.file.as_str())).collect()
    }

    /// What is found, by code.
    pub(crate) fn codes(&self) -> Vec<&str> {
        self.finished.findings.iter().map(|finding| finding.code).collect()
    }

    /// A paper with its fields, by the beginning of its name.
    #[track_caller]
    pub(crate) fn fields(&self, folder: &str, file: &str) -> serde_json::Value {
        self.paper(folder, file).fields()
    }

    /// All words of a paper, by the beginning of its name.
    #[track_caller]
    pub(crate) fn text(&self, folder: &str, file: &str) -> String {
        serde_json::to_string(&self.paper(folder, file).compose(&self.style)).expect("a paper")
    }

    /// All papers with their words, by folder and name.
    pub(crate) fn papers(&self) -> Vec<(String, String)> {
        let text = |(folder, item): &(String, Item)| match &item.content {
            Content::Paper(paper) => Some((format!("{folder}/{}", item.file), serde_json::to_string(&paper.compose(&self.style)).ok()?)),
            Content::Book(_) => None,
        };
        self.items.iter().filter_map(text).collect()
    }

    /// Papers that the press refuses, for they are on nobody.
    pub(crate) fn refused(&self) -> Vec<String> {
        let is_refused = |paper: &dyn Paper| phongtrao_press::docx(paper, &self.style).is_err();
        let refused = self.items.iter().filter(|(_, item)| matches!(&item.content, Content::Paper(paper) if is_refused(paper.as_ref())));
        refused.map(|(folder, item)| format!("{folder}/{}", item.file)).collect()
    }

    #[track_caller]
    fn paper(&self, folder: &str, file: &str) -> &dyn Paper {
        let found = self.items.iter().find(|(known, item)| known == folder && item.file.starts_with(file));
        match found.map(|(_, item)| &item.content) {
            Some(Content::Paper(paper)) => paper.as_ref(),
            _ => panic!("{folder}/{file} is not among {:?}", self.files(folder)),
        }
    }

    /// The findings in words.
    pub(crate) fn said(&self) -> Vec<String> {
        let texts = [&phongtrao_clerk::texts::TEXTS, &phongtrao_movement::texts::TEXTS, &phongtrao_judge::texts::TEXTS];
        let words = Words::new(Language::Vietnamese, &texts);
        self.finished.findings.iter().map(|finding| words.say(&finding.message)).collect()
    }
}
