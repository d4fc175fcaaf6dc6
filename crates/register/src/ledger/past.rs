//! Rows of past awards whose subject is named as papers name it: by name, perhaps with unit and birth, in place of the id.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use phongtrao_diagnostic::Text;
use phongtrao_sheet::value;
use phongtrao_value::text::{composed, folded, lowered};
use phongtrao_value::{Date, nearest_among};

use crate::description::{self, Column, Kind, Table};
use crate::fault::{Fault, Faults};
use crate::rows::row::{Fields, Row};
use crate::rows::{Award, Person};
use crate::{Register, texts};

/// Columns of `ledger` that a row of past awards may do without.
pub(super) const OPTIONAL: &[&str] = &["id", "subject"];

const NAME: &str = "name";
const UNIT: &str = "unit";
const BORN: &str = "born";

/// More candidates than these help nobody to choose.
const NAMED: usize = 6;

/// The columns of `ledger`, and those that name a subject without its id.
static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| {
    let mut table = description::table("ledger")?.clone();
    let words = |name: &str| Column {
        head: None,
        name: name.to_owned(),
        kind: Kind::Text,
        of: None,
        values: Vec::new(),
        default: None,
        required: false,
        vi: String::new(),
        en: String::new(),
    };
    table.columns.extend([NAME, UNIT, BORN].map(words));
    Some(table)
});

/// The table of past awards.
pub(super) fn table() -> Option<&'static Table> {
    TABLE.as_ref()
}

/// A past award, and how its subject is named.
#[derive(Debug, Clone)]
pub(super) struct Past {
    award: Award,
    name: Option<String>,
    unit: Option<String>,
    born: Option<String>,
}

impl Row for Past {
    fn blank() -> Past {
        Past { award: Award::blank(), name: None, unit: None, born: None }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        self.award.fields(fields);
        fields.given(NAME, &mut self.name);
        fields.given(UNIT, &mut self.unit);
        fields.given(BORN, &mut self.born);
    }
}

/// The awards with the ids of their subjects. A row that fits nobody, or several, is a fault that names who comes close.
pub(super) fn with_subjects(register: &Register, rows: Vec<Past>, faults: &mut Faults) -> Vec<Award> {
    let named = Named::new(register);
    let award = |mut row: Past| {
        if let Some(subject) = named.subject(&row, faults) {
            row.award.subject = subject.to_owned();
        }
        row.award
    };
    rows.into_iter().map(award).collect()
}

/// Somebody or something that can be honoured, as papers name it.
struct Candidate<'r> {
    id: &'r str,
    name: &'r str,
    /// Ids and names of the units that it stands in, or has stood in, with all above; written as names are compared.
    units: BTreeSet<String>,
    /// The unit that it is told apart by.
    unit: Option<&'r str>,
    born: Option<Date>,
}

/// All subjects by name.
struct Named<'r> {
    candidates: Vec<Candidate<'r>>,
    by_name: BTreeMap<String, Vec<usize>>,
    /// The same without accents; made when somebody is not found.
    without_accents: OnceCell<BTreeMap<String, Vec<usize>>>,
}

/// With so many names one that is not found is compared.
const MOST_NAMES: usize = 200_000;

/// Names are the same whatever their capitals and spaces; accents tell people apart.
fn key(name: &str) -> String {
    lowered(&composed(name)).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'r> Named<'r> {
    fn new(register: &'r Register) -> Named<'r> {
        let units = Units::new(register);
        let mut posts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for post in &register.posts {
            posts.entry(&post.person).or_default().push(&post.unit);
        }
        let person = |person: &'r Person| {
            let own = posts.get(person.id.as_str()).map(Vec::as_slice).unwrap_or_default();
            let unit = own.last().map(|unit| units.name(unit));
            Candidate { id: &person.id, name: &person.name, units: units.above(own), unit, born: person.born }
        };
        let mut candidates: Vec<Candidate<'r>> = register.people.iter().map(person).collect();
        candidates.extend(register.units.iter().map(|unit| {
            let above: Vec<&str> = unit.parent.iter().map(String::as_str).collect();
            let name = above.first().map(|above| units.name(above));
            Candidate { id: &unit.id, name: &unit.name, units: units.above(&above), unit: name, born: None }
        }));
        candidates.extend(register.households.iter().map(|household| {
            let above: Vec<&str> = household.unit.iter().map(String::as_str).collect();
            let name = above.first().map(|above| units.name(above));
            Candidate { id: &household.id, name: &household.name, units: units.above(&above), unit: name, born: None }
        }));
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, candidate) in candidates.iter().enumerate() {
            by_name.entry(key(candidate.name)).or_default().push(at);
        }
        Named { candidates, by_name, without_accents: OnceCell::new() }
    }

    fn subject(&self, row: &Past, faults: &mut Faults) -> Option<&'r str> {
        let place = row.award.place;
        // Nobody is helped by what is not told.
        let is_told = faults.keeps(place.file);
        let mut fault = |code, column, message, help| faults.push(Fault::error(code, place, column, message, help));
        let Some(name) = row.name.as_deref() else {
            if row.award.subject.is_empty() {
                fault("ledger-no-subject", "subject", texts::ledger_no_subject(), texts::ledger_no_subject_help());
            }
            return None;
        };
        let born = row.born.as_deref().map(Born::read);
        if let Some(Err(text)) = &born {
            fault("data-cell", BORN, texts::data_no_day(text.as_str(), BORN), texts::ledger_born_help());
            return None;
        }
        let born = born.and_then(Result::ok);
        let of_name = self.of_name(name);
        let fits = |candidate: &&Candidate<'r>| {
            row.unit.as_deref().is_none_or(|unit| candidate.units.contains(&key(unit)))
                && born.is_none_or(|born| candidate.born.is_none_or(|day| born.is(day)))
        };
        if !row.award.subject.is_empty() {
            // The id is what counts; a name beside it that is another's is a slip that nobody else would see.
            if !of_name.iter().any(|candidate| candidate.id == row.award.subject) {
                let message = texts::ledger_name_of_another(name, &row.award.subject);
                fault("ledger-name", NAME, message, texts::ledger_name_of_another_help());
            }
            return None;
        }
        match of_name.iter().copied().filter(fits).collect::<Vec<_>>().as_slice() {
            [one] => return Some(one.id),
            [] if of_name.is_empty() => fault("ledger-name", NAME, texts::ledger_name_unknown(name), self.close(name, is_told)),
            [] => fault("ledger-name", NAME, texts::ledger_name_elsewhere(name), texts::ledger_name_candidates(told(&of_name))),
            several => {
                fault("ledger-name", NAME, texts::ledger_name_several(several.len(), name), texts::ledger_name_choose(told(several)));
            }
        }
        None
    }

    fn of_name(&self, name: &str) -> Vec<&Candidate<'r>> {
        self.by_name.get(&key(name)).into_iter().flatten().filter_map(|at| self.candidates.get(*at)).collect()
    }

    fn without_accents(&self) -> &BTreeMap<String, Vec<usize>> {
        self.without_accents.get_or_init(|| {
            let mut without: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (at, candidate) in self.candidates.iter().enumerate() {
                without.entry(folded(&key(candidate.name))).or_default().push(at);
            }
            without
        })
    }

    /// Who has the same name but for its accents, else the name that is written most like it.
    fn close(&self, name: &str, is_told: bool) -> Text {
        if !is_told {
            return texts::ledger_name_unknown_help();
        }
        let same = self.without_accents().get(&folded(&key(name)));
        let mut close: Vec<&Candidate<'r>> = same.into_iter().flatten().filter_map(|at| self.candidates.get(*at)).collect();
        if close.is_empty() {
            let near = nearest_among(&key(name), MOST_NAMES, self.by_name.keys().map(String::as_str));
            close = near.map(|near| self.of_name(near)).unwrap_or_default();
        }
        if close.is_empty() { texts::ledger_name_unknown_help() } else { texts::ledger_name_candidates(told(&close)) }
    }
}

/// Candidates as a person tells them apart: `p2 Trần Bình (Khoa Toán, 1980-05-18)`.
fn told(candidates: &[&Candidate<'_>]) -> String {
    let one = |candidate: &&Candidate<'_>| {
        let about: Vec<String> = candidate.unit.map(str::to_owned).into_iter().chain(candidate.born.map(|born| born.to_string())).collect();
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
        format!("{} {}{about}", candidate.id, candidate.name)
    };
    let mut told: Vec<String> = candidates.iter().take(NAMED).map(one).collect();
    if candidates.len() > NAMED {
        told.push("…".to_owned());
    }
    told.join("; ")
}

/// A day of birth, or a year where the paper says no more.
#[derive(Clone, Copy)]
enum Born {
    Day(Date),
    Year(i16),
}

impl Born {
    fn read(text: &str) -> Result<Born, String> {
        let year = || (text.len() == 4).then(|| value::whole(text)).flatten().and_then(|year| i16::try_from(year).ok());
        value::day(text).map(Born::Day).or_else(|| year().map(Born::Year)).ok_or_else(|| text.to_owned())
    }

    fn is(self, day: Date) -> bool {
        match self {
            Born::Day(own) => own == day,
            Born::Year(year) => day.year() == year,
        }
    }
}

/// The units of all trees, each with the one above.
struct Units<'r> {
    units: BTreeMap<&'r str, (&'r str, Option<&'r str>)>,
}

impl<'r> Units<'r> {
    fn new(register: &'r Register) -> Units<'r> {
        let units = register.units.iter().map(|unit| (unit.id.as_str(), (unit.name.as_str(), unit.parent.as_deref())));
        Units { units: units.collect() }
    }

    fn name<'n>(&self, id: &'n str) -> &'n str
    where
        'r: 'n,
    {
        self.units.get(id).map_or(id, |(name, _)| name)
    }

    /// Ids and names of units and of all above them. The folder was read whole, so that no unit is above itself.
    fn above(&self, units: &[&str]) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for unit in units {
            let mut next = Some(*unit);
            while let Some((id, (name, above))) = next.and_then(|id| self.units.get_key_value(id)) {
                found.extend([key(id), key(name)]);
                next = *above;
            }
        }
        found
    }
}
