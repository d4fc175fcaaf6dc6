//! A small invented college for tests: what a case does not change stands here.

use std::ops::{ControlFlow, Deref};

use phongtrao_document::read::NoParsers;
use phongtrao_judge::population::Alone;
use phongtrao_press::Style;
use phongtrao_register::Index;
use phongtrao_value::Date;

use crate::prepared::{Prepared, Sources, prepare};
use crate::round::{Content, Handed, Item};
use crate::{Facts, FinishedRound, Organisation, work};

/// What a round is made from.
pub(crate) struct Given {
    pub(crate) plan: String,
    /// The tables of the data folder.
    pub(crate) tables: Vec<(String, String)>,
    pub(crate) organisation: String,
    /// The day of judging; none: the day on which the round closes.
    pub(crate) as_of: Option<Date>,
}

impl Given {
    /// A plan with two faculties and two people who meet all that is asked.
    pub(crate) fn college() -> Given {
        let table = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        Given {
            plan: include_str!("given/plan.toml").to_owned(),
            tables: vec![
                table("data.toml", "format = 1\norganisation = \"Trường Cao đẳng Sông Ngàn\"\nyear = \"calendar\"\n"),
                table("units.csv", include_str!("given/units.csv")),
                table("people.csv", include_str!("given/people.csv")),
                table("posts.csv", include_str!("given/posts.csv")),
                table("attestations.csv", include_str!("given/attestations.csv")),
            ],
            organisation: include_str!("given/organisation.toml").to_owned(),
            as_of: None,
        }
    }

    /// The same with other words somewhere; what is replaced must be there.
    #[track_caller]
    pub(crate) fn with(mut self, from: &str, to: &str) -> Given {
        let texts = self.tables.iter_mut().map(|(_, text)| text).chain([&mut self.plan, &mut self.organisation]);
        let mut changed = 0;
        for text in texts.filter(|text| text.contains(from)) {
            *text = text.replace(from, to);
            changed += 1;
        }
        assert!(changed > 0, "{from} stands nowhere");
        self
    }

    /// The same with one more table.
    pub(crate) fn and_table(mut self, name: &str, text: &str) -> Given {
        self.tables.push((name.to_owned(), text.to_owned()));
        self
    }

    /// The same, judged on another day.
    pub(crate) fn judged_on(mut self, day: &str) -> Given {
        self.as_of = Some(day.parse().expect("a day"));
        self
    }

    /// Looks at the facts.
    pub(crate) fn facts<T>(&self, look: impl FnOnce(&Facts<'_>) -> T) -> T {
        let sources = Sources {
            plan: ("plan.toml".to_owned(), self.plan.clone().into_bytes()),
            completion: None,
            data: self.tables.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect(),
            organisation: Some(self.organisation.clone().into_bytes()),
            packs: Vec::new(),
        };
        let round = match prepare(&sources, None, self.as_of, &NoParsers) {
            Ok(Prepared::Sound(round)) => round,
            other => panic!("{other:?}"),
        };
        let organisation = Organisation::read(&self.organisation).expect("an organisation");
        look(&round.facts(&Index::new(&round.register), &organisation))
    }

    /// Works the round through.
    pub(crate) fn worked(&self) -> Worked {
        let mut items = Vec::new();
        let mut take = |handed: Handed<'_>| {
            items.push((handed.folder.to_owned(), handed.item));
            ControlFlow::Continue(())
        };
        let finished = self.facts(|facts| work(facts, &Alone, &mut take)).expect("all papers are taken");
        Worked { finished, items }
    }
}

/// A round that was worked through, with all that was made.
pub(crate) struct Worked {
    finished: FinishedRound,
    /// The folder of each, and what it is.
    pub(crate) items: Vec<(String, Item)>,
}

impl Deref for Worked {
    type Target = FinishedRound;

    fn deref(&self) -> &FinishedRound {
        &self.finished
    }
}

impl Worked {
    /// The words of a paper of the round, part by part; none where it was not made.
    pub(crate) fn said(&self, folder: &str, file: &str) -> Option<String> {
        match &self.item(folder, file)?.content {
            Content::Paper(paper) => Some(format!("{:?}", paper.compose(&Style::plain(self.judged.as_of)).body)),
            Content::Book(_) => None,
        }
    }

    /// What was made under a name that begins so.
    pub(crate) fn item(&self, folder: &str, file: &str) -> Option<&Item> {
        let found = self.items.iter().find(|(path, item)| path == folder && item.file.starts_with(file));
        found.map(|(_, item)| item)
    }
}
