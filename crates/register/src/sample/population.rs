//! Populations: columns of invented people, as many as are asked for, a group of rows at a time.

use super::random::Random;
use crate::columns::{Column, Values};

/// Rows of a group. Each group has its own stream of draws, so that groups can be made in any order and memory stays flat.
pub const GROUP: usize = 1 << 20;
/// Communes, in [`PROVINCES`] provinces: as many as there are since July 2025.
pub const COMMUNES: u16 = 3321;
/// Provinces.
pub const PROVINCES: u16 = 34;
const REGIONS: u16 = 6;
/// Of 65,536: about half a percent is not known.
const UNKNOWN: u16 = 328;

/// What the people have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A commune and ten indicators from 0 to 10.
    Flat,
    /// A commune, attributes, the marks of twelve months, titles of seven years, ratings of three, discipline.
    Deep,
}

impl Shape {
    /// The word of the command line.
    pub fn word(self) -> &'static str {
        match self {
            Shape::Flat => "flat",
            Shape::Deep => "deep",
        }
    }
}

/// An invented population. The same settings give the same columns on every machine.
#[derive(Debug, Clone)]
pub struct Population {
    shape: Shape,
    people: u64,
    seed: u64,
    communes: Vec<u16>,
}

impl Population {
    /// A population of so many people.
    pub fn new(shape: Shape, people: u64, seed: u64) -> Population {
        Population { shape, people, seed, communes: slots(seed) }
    }

    /// How many groups of rows there are.
    pub fn groups(&self) -> u64 {
        self.people.div_ceil(GROUP as u64)
    }

    /// The names of the columns, in their order; those that are marked may be unknown.
    pub fn names(&self) -> Vec<(String, bool)> {
        let numbered =
            |letter: &str, count: usize, width: usize| (1..=count).map(|number| format!("{letter}{number:0width$}")).collect::<Vec<_>>();
        let certain = |names: Vec<String>| names.into_iter().map(|name| (name, false));
        let uncertain = |names: Vec<String>| names.into_iter().map(|name| (name, true));
        let commune = certain(vec!["commune".to_owned()]);
        match self.shape {
            Shape::Flat => commune.chain(uncertain(numbered("i", 10, 2))).collect(),
            Shape::Deep => commune
                .chain(certain(["region", "year", "category", "status"].map(str::to_owned).to_vec()))
                .chain(uncertain(numbered("m", 12, 2)))
                .chain(certain(numbered("t", 7, 1)))
                .chain(certain(numbered("r", 3, 1)))
                .chain(certain(vec!["discipline".to_owned()]))
                .collect(),
        }
    }

    /// The columns of a group, from 0; empty ones beyond the last.
    pub fn group(&self, number: u64) -> Vec<Column> {
        let before = number.saturating_mul(GROUP as u64);
        let rows = usize::try_from(self.people.saturating_sub(before)).unwrap_or(GROUP).min(GROUP);
        let mut random = Random::new(self.seed, STREAM + number);
        match self.shape {
            Shape::Flat => self.flat(rows, &mut random),
            Shape::Deep => self.deep(rows, &mut random),
        }
    }

    fn flat(&self, rows: usize, random: &mut Random) -> Vec<Column> {
        let mut communes = Vec::with_capacity(rows);
        let mut indicators = Marks::new(10, rows);
        for _ in 0..rows {
            communes.push(self.commune(random));
            // In hundredths of a point: most people do well, few do badly everywhere.
            indicators.draw(840 + random.bell() * 70 / 148, 15, 100, 10, random);
        }
        let mut columns = vec![known(Values::U16(communes))];
        columns.extend(indicators.columns());
        columns
    }

    fn deep(&self, rows: usize, random: &mut Random) -> Vec<Column> {
        let mut communes = Vec::with_capacity(rows);
        let mut bytes: Vec<Vec<u8>> = (0..4 + 7 + 3 + 1).map(|_| Vec::with_capacity(rows)).collect();
        let mut months = Marks::new(12, rows);
        for _ in 0..rows {
            let commune = self.commune(random);
            communes.push(commune);
            let able = random.bell();
            months.draw(7000 + able * 900 / 148, 150, 100, 100, random);
            let drawn = attributes(commune, random.bits()).into_iter().chain(years(able, random));
            for (column, value) in bytes.iter_mut().zip(drawn) {
                column.push(value);
            }
        }
        let mut bytes = bytes.into_iter().map(|column| known(Values::U8(column)));
        let mut columns = vec![known(Values::U16(communes))];
        columns.extend(bytes.by_ref().take(4));
        columns.extend(months.columns());
        columns.extend(bytes);
        columns
    }

    fn commune(&self, random: &mut Random) -> u16 {
        random.pick(&self.communes).copied().unwrap_or_default()
    }
}

/// The first stream of groups; those below it belong to the register.
const STREAM: u64 = 1 << 32;

/// The province of a commune: neighbours in number lie in the same one.
pub fn province(commune: u16) -> u16 {
    (u32::from(commune) * u32::from(PROVINCES) / u32::from(COMMUNES)) as u16
}

/// Communes as often as they have people: the largest has about nine times the people of the smallest.
fn slots(seed: u64) -> Vec<u16> {
    let mut random = Random::new(seed, STREAM - 1);
    (0..COMMUNES).flat_map(|commune| std::iter::repeat_n(commune, usize::try_from(random.between(4, 36)).unwrap_or(1))).collect()
}

/// Region, year, category, status.
fn attributes(commune: u16, bits: u64) -> [u8; 4] {
    let [year, category, status, more, ..] = bits.to_le_bytes();
    let region = province(commune) * REGIONS / PROVINCES;
    let category = match category {
        0..=127 => 0,
        128..=204 => 1,
        205..=240 => 2,
        _ => 3,
    };
    let status = match (status, more) {
        (0..=5, _) => 1,
        (6..=11, _) => 2,
        (12..=17, _) => 3,
        (18..=20, _) => 4,
        _ => 0,
    };
    [region as u8, year % 3, category, status]
}

/// Titles of seven years, ratings of three, discipline: who is able has more of the first two.
fn years(able: i64, random: &mut Random) -> impl Iterator<Item = u8> {
    let bits = random.bits().to_le_bytes();
    let held = 168 + able * 40 / 148;
    let titles = bits.into_iter().take(7).map(move |byte| u8::from(i64::from(byte) < held));
    let rated = random.bits().to_le_bytes();
    let ratings = rated.into_iter().take(3).map(move |byte| {
        let level = 280 + able * 50 / 148 + (i64::from(byte) - 128);
        ((level + 50) / 100).clamp(0, 4) as u8
    });
    // The byte after those of the titles is still unused: 2 of 256 are disciplined.
    titles.chain(ratings).chain(std::iter::once(u8::from(bits[7] < 2)))
}

/// Columns of marks, some of them not known.
struct Marks {
    values: Vec<Vec<u8>>,
    known: Vec<Vec<u8>>,
}

impl Marks {
    fn new(columns: usize, rows: usize) -> Marks {
        let empty = || (0..columns).map(|_| Vec::with_capacity(rows)).collect();
        Marks { values: empty(), known: empty() }
    }

    /// A row of marks about a centre, in hundredths; each is off by up to 15 steps to either side, more often by few.
    fn draw(&mut self, centre: i64, step: i64, unit: i64, most: i64, random: &mut Random) {
        let mut noise = Bytes::default();
        let mut chance = Bytes::default();
        for (values, known) in self.values.iter_mut().zip(&mut self.known) {
            let byte = noise.next(random);
            let about = i64::from(byte & 15) + i64::from(byte >> 4) - 15;
            let mark = (centre + about * step + unit / 2) / unit;
            values.push(mark.clamp(0, most) as u8);
            let draw = u16::from_le_bytes([chance.next(random), chance.next(random)]);
            known.push(u8::from(draw >= UNKNOWN));
        }
    }

    fn columns(self) -> impl Iterator<Item = Column> {
        self.values.into_iter().zip(self.known).map(|(values, known)| Column { values: Values::U8(values), known: Some(known) })
    }
}

/// Draws a byte at a time.
#[derive(Default)]
struct Bytes {
    bits: u64,
    left: u32,
}

impl Bytes {
    fn next(&mut self, random: &mut Random) -> u8 {
        if self.left == 0 {
            (self.bits, self.left) = (random.bits(), 8);
        }
        let byte = self.bits as u8;
        self.bits >>= 8;
        self.left -= 1;
        byte
    }
}

fn known(values: Values) -> Column {
    Column { values, known: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: u64 = 100_000;

    #[rstest::rstest]
    #[case(Shape::Flat, 11)]
    #[case(Shape::Deep, 28)]
    fn the_same_seed_gives_the_same_columns(#[case] shape: Shape, #[case] columns: usize) {
        let population = Population::new(shape, 2000, 5);
        assert_eq!(population.names().len(), columns);
        assert_eq!(population.group(0).len(), columns);
        assert_eq!(population.group(0), Population::new(shape, 2000, 5).group(0));
        assert_ne!(population.group(0), Population::new(shape, 2000, 6).group(0));
    }

    #[test]
    fn the_last_group_has_the_rest() {
        let population = Population::new(Shape::Flat, GROUP as u64 + 3, 1);
        assert_eq!(population.groups(), 2);
        assert!(matches!(&population.group(1)[0].values, Values::U16(communes) if communes.len() == 3));
    }

    #[test]
    fn about_half_a_percent_is_not_known() {
        for shape in [Shape::Flat, Shape::Deep] {
            let columns = Population::new(shape, PEOPLE, 1).group(0);
            let known: Vec<&Vec<u8>> = columns.iter().filter_map(|column| column.known.as_ref()).collect();
            for column in &known {
                let missing = column.iter().filter(|known| **known == 0).count();
                assert!((350..650).contains(&missing), "{missing} of {PEOPLE}");
            }
        }
    }

    #[test]
    fn marks_keep_their_bounds_and_differ() {
        let columns = Population::new(Shape::Deep, PEOPLE, 1).group(0);
        for (column, (name, uncertain)) in columns.iter().zip(Population::new(Shape::Deep, 1, 1).names()) {
            let Values::U8(values) = &column.values else { continue };
            let most = values.iter().copied().max().unwrap_or_default();
            let bound = match name.as_str() {
                "region" => 5,
                "year" => 2,
                "category" => 3,
                "status" | "r1" | "r2" | "r3" => 4,
                _ if uncertain => 100,
                _ => 1,
            };
            assert_eq!(most, bound, "{name}");
            assert_eq!(
                values.iter().copied().min().unwrap_or_default(),
                if uncertain { values.iter().copied().min().unwrap_or_default() } else { 0 },
                "{name}"
            );
        }
    }

    #[test]
    fn every_commune_has_people_in_a_province() {
        let columns = Population::new(Shape::Flat, PEOPLE, 1).group(0);
        let Values::U16(communes) = &columns[0].values else { panic!("communes are numbers of 16 bits") };
        let mut seen = vec![false; usize::from(COMMUNES)];
        communes.iter().for_each(|commune| seen[usize::from(*commune)] = true);
        assert!(seen.iter().filter(|seen| **seen).count() > 3300);
        assert_eq!((province(0), province(COMMUNES - 1)), (0, PROVINCES - 1));
    }
}
