//! Report of a person's contribution over a life of work (báo cáo thành tích quá trình cống hiến).

use phongtrao_document::write::{Column, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::{Date, printed_date};
use serde::{Deserialize, Serialize};

use crate::achievements::{self, Head, Past, field};
use crate::frame::Signature;
use crate::sheet::Letterhead;
use crate::{Composed, Phrase, Style, meeting};

super::paper!(AchievementReportContribution, "achievement-report-contribution", Words);

/// A report of what a person held and did over a life of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AchievementReportContribution {
    /// The unit of the person, below its organisation.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// Its day; as a rule blank until it is signed.
    pub date: Option<Date>,
    /// The award: `Huân chương Lao động hạng Ba`.
    pub award: String,
    /// Whether the person is no longer alive.
    #[serde(default)]
    pub late: bool,
    /// The person.
    pub person: Person,
    /// What posts were held, in order of time.
    pub service: Vec<Service>,
    /// Titles and commendations that were given before; ratings are not asked.
    pub past: Past,
    /// Who reports.
    pub reporter: Signature,
    /// Who keeps the personal files, and confirms.
    pub personnel: Signature,
    /// The level that puts it forward to whoever decides, which confirms below them.
    pub level: Signature,
}

/// The person. What is left out has room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// The name in full.
    pub name: String,
    /// Another name that the person bore.
    pub alias: Option<String>,
    /// `Nam`, `Nữ`.
    pub sex: Option<String>,
    /// Day of birth.
    pub born: Option<Date>,
    /// Where the family comes from.
    pub home: Option<String>,
    /// Where the person lives.
    pub residence: Option<String>,
    /// Post and unit, now or before the person retired or died.
    pub post: Option<String>,
    /// The post for which the award is asked.
    pub post_for_award: Option<String>,
    /// First day of work.
    pub began: Option<Date>,
    /// The day of full membership of the Party. Sensitive: the form asks for it.
    pub party: Option<Date>,
    /// The day of retirement or death.
    pub ended: Option<Date>,
    /// A telephone number.
    pub mobile: Option<String>,
    /// That of the house.
    pub telephone: Option<String>,
}

/// A post and its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Service {
    /// First day.
    pub from: Date,
    /// Last day; of the post that is held, none.
    pub to: Option<Date>,
    /// The post: in the Party, the administration, a mass body.
    pub post: String,
    /// The unit.
    pub unit: String,
    /// With what posts its time is summed; none where it counts for nothing.
    pub rank: Option<String>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    about: Phrase,
    about_late: Phrase,
    profile: String,
    name: String,
    alias: String,
    sex: String,
    born: String,
    home: String,
    residence: String,
    post: String,
    post_for_award: String,
    began: String,
    party: String,
    ended: String,
    mobile: String,
    telephone: String,
    service: String,
    service_heads: [String; 5],
    span: Phrase,
    open: String,
    years: Phrase,
    months: Phrase,
    sum: Phrase,
    total: String,
    past: String,
}

impl AchievementReportContribution {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = if self.late { &words.about_late } else { &words.about }.fill(&[("award", &self.award)]);
        let mut parts = vec![meeting::heading(1, &words.profile)];
        parts.extend(self.person.profile(words));
        parts.push(meeting::heading(2, &words.service));
        parts.push(Part::Table(self.table(words)));
        parts.push(meeting::heading(3, &words.past));
        parts.extend(self.past.honours());
        parts.extend(achievements::signed_by_contributor(&self.reporter, &self.personnel, &self.level));
        Head { letterhead: &self.letterhead, place: &self.place, date: self.date, name: &self.person.name }.composed(
            &[&about],
            parts,
            style,
        )
    }

    fn table(&self, words: &Words) -> Table {
        let columns = [(20, Side::Middle), (26, Side::Left), (26, Side::Left), (16, Side::Middle), (12, Side::Left)];
        let mut rows = vec![Row::of(RowKind::Head, &words.service_heads)];
        rows.extend(self.service.iter().map(|service| Row::of(RowKind::Plain, service.cells(words))));
        rows.extend(self.sums(words));
        Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows }
    }

    /// A sum for each rank of posts, and one of them all.
    fn sums(&self, words: &Words) -> Vec<Row> {
        let mut ranks: Vec<(&str, Option<i32>)> = Vec::new();
        for service in &self.service {
            let Some(rank) = service.rank.as_deref() else { continue };
            match ranks.iter_mut().find(|(known, _)| *known == rank) {
                Some((_, months)) => *months = plus(*months, service.months()),
                None => ranks.push((rank, service.months())),
            }
        }
        let all = ranks.iter().try_fold(0, |all, (_, months)| plus(Some(all), *months));
        let row = |label: &str, months: Option<i32>| {
            let cells = vec![TableCell::of(label).across(2), TableCell::of(said(months, words)), TableCell::of("")];
            Row { kind: RowKind::Total, cells }
        };
        let sums = ranks.iter().map(|(rank, months)| row(&words.sum.fill(&[("rank", rank)]), *months));
        let mut rows: Vec<Row> = sums.collect();
        if !rows.is_empty() {
            rows.push(row(&words.total, all));
        }
        rows
    }
}

impl Person {
    fn profile(&self, words: &Words) -> Vec<Part> {
        let short = |date: Option<Date>| date.map(printed_date::short);
        let fields = [
            (&words.name, Some(self.name.to_uppercase())),
            (&words.alias, self.alias.clone()),
            (&words.sex, self.sex.clone()),
            (&words.born, short(self.born)),
            (&words.home, self.home.clone()),
            (&words.residence, self.residence.clone()),
            (&words.post, self.post.clone()),
            (&words.post_for_award, self.post_for_award.clone()),
            (&words.began, short(self.began)),
            (&words.party, short(self.party)),
            (&words.ended, short(self.ended)),
            (&words.mobile, self.mobile.clone()),
            (&words.telephone, self.telephone.clone()),
        ];
        fields.into_iter().map(|(label, value)| field(label, value.as_deref())).collect()
    }
}

impl Service {
    fn cells(&self, words: &Words) -> [String; 5] {
        let month = |date: Date| printed_date::short_month(date.year(), date.month());
        let to = self.to.map_or_else(|| words.open.clone(), month);
        let span = words.span.fill(&[("from", &month(self.from)), ("to", &to)]);
        [span, self.post.clone(), self.unit.clone(), said(self.months(), words), self.note.clone()]
    }

    /// Whole months from the first day to the last, both counted; none where the end is not known or lies before the beginning.
    fn months(&self) -> Option<i32> {
        let last = self.to?;
        let after = last.tomorrow().unwrap_or(last);
        let count = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        let months = count(after) - count(self.from) - i32::from(after.day() < self.from.day());
        (months >= 0).then_some(months)
    }
}

/// What is not known makes a sum unknown.
fn plus(one: Option<i32>, other: Option<i32>) -> Option<i32> {
    one?.checked_add(other?)
}

/// `10 năm 5 tháng`; room where nothing is known.
fn said(months: Option<i32>, words: &Words) -> String {
    let Some(months) = months else { return achievements::blank().to_owned() };
    let (years, months) = (months / 12, months % 12);
    let years = (years > 0).then(|| words.years.fill(&[("years", &years.to_string())]));
    let months = (months > 0 || years.is_none()).then(|| words.months.fill(&[("months", &months.to_string())]));
    years.into_iter().chain(months).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use phongtrao_value::Date;

    use super::{AchievementReportContribution, KIND, Service};
    use crate::{Paper as _, Style};

    #[rstest::rstest]
    #[case::a_year("2015-01-01", Some("2015-12-31"), Some(12))]
    #[case::a_month("2015-01-15", Some("2015-02-14"), Some(1))]
    #[case::less_than_a_month("2015-01-15", Some("2015-02-13"), Some(0))]
    #[case::over_the_end_of_a_year("2015-12-01", Some("2026-04-30"), Some(125))]
    #[case::not_ended("2015-01-01", None, None)]
    #[case::the_end_before_the_beginning("2015-05-01", Some("2015-01-31"), None)]
    fn time_is_counted_in_whole_months(#[case] from: &str, #[case] to: Option<&str>, #[case] expected: Option<i32>) {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let service =
            Service { from: day(from), to: to.map(day), post: String::new(), unit: String::new(), rank: None, note: String::new() };
        assert_eq!(service.months(), expected);
    }

    #[rstest::rstest]
    #[case::by_rank_and_together("", "", &["8 năm 3 tháng", "10 năm 5 tháng", "18 năm 8 tháng"])]
    #[case::unknown_where_one_is("to = \"2026-04-30\"\n", "", &["8 năm 3 tháng", "…………"])]
    fn sums(#[case] from: &str, #[case] to: &str, #[case] expected: &[&str]) {
        let paper: AchievementReportContribution = crate::read(&KIND.example.replace(from, to)).expect("a report");
        let said = format!("{:?}", paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body);
        expected.iter().for_each(|sum| assert!(said.contains(sum), "{sum}: {said}"));
        assert_eq!(said.contains("18 năm"), expected.contains(&"18 năm 8 tháng"));
    }

    #[test]
    fn who_has_died_is_honoured_after_death() {
        let paper: AchievementReportContribution = crate::read(&format!("late = true\n{}", KIND.example)).expect("a report");
        let said = format!("{:?}", paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body);
        assert!(said.contains("Đề nghị truy tặng Huân chương"), "{said}");
    }
}
