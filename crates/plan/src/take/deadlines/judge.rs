//! Which dates are deadlines: by their words, by what stands around them, and by where they stand.

use std::ops::Range;

use phongtrao_value::text::{is_alphabetic, is_alphanumeric};
use phongtrao_value::{Date, Recurrence, When};

use super::grammar::Expression;
use super::moment::Shape;
use super::sentence::{Around, begins_with_phrase, ends_with_phrase, near_before};
use super::tokens::Tokens;
use super::words::{CUES, Role};

/// What is known of the whole document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scene {
    /// The day of issue.
    pub(super) issued_on: Option<Date>,
    /// The year of issue, or the one that the text speaks of.
    pub(super) year: Option<i16>,
    /// A report or a news item: most of its dates are past.
    pub(super) telling: bool,
    /// A circular, a regulation, a decision: it stands until it is changed.
    pub(super) ruling: bool,
}

/// What is known of the place of a text within the document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// A heading above or the head of the column announces times.
    pub(super) timed: bool,
    /// A cell below the first row of a table.
    pub(super) cell: bool,
    /// Between the title and the first labelled part, where plans cite and texts without parts say all.
    pub(super) preamble: bool,
    /// The year that the headings name.
    pub(super) year: Option<i16>,
}

/// A date in its sentence, ready to be judged.
pub(super) struct Case<'a> {
    pub(super) tokens: &'a Tokens,
    /// The text as printed, as long as its small letters.
    pub(super) text: &'a str,
    pub(super) quoted: &'a [Range<usize>],
    pub(super) expression: &'a Expression,
    pub(super) around: &'a Around<'a>,
    pub(super) place: Place,
    pub(super) scene: Scene,
}

impl Case<'_> {
    /// Whether the date belongs to a document that is cited.
    pub(super) fn cited(&self) -> bool {
        let is_day = matches!(self.expression.to.shape, Shape::Day { .. });
        let recurs = self.expression.to.every != Recurrence::None;
        if !is_day || recurs || self.expression.from.is_some() || self.limited() || self.until() {
            return false;
        }
        self.behind_number() || self.behind_kind()
    }

    /// Whether somebody must do or finish something by this date, or something is held then.
    pub(super) fn is_deadline(&self, when: When) -> bool {
        if self.stands_alone() || self.is_issue(when) || self.in_quotation() || self.never() || self.anniversary() {
            return false;
        }
        if self.expression.bare && self.expression.to.every == Recurrence::None && !self.says_so(when) {
            return false;
        }
        if self.place.preamble && !matches!(when, When::Day(_)) {
            return false;
        }
        if self.scene.telling && self.scene.issued_on.is_none() && !self.limited() {
            return false;
        }
        if when.recurrence() != Recurrence::None {
            return !self.scene.telling || self.limited();
        }
        self.ahead(when) && self.says_so(when)
    }

    /// `46-CT/TW ngày …`, `số 12, ngày …`
    fn behind_number(&self) -> bool {
        let head = self.text.get(self.around.sentence.start..self.around.date.start).unwrap_or_default();
        let head = head.trim_end_matches(|letter: char| letter.is_whitespace() || letter == ',');
        let chunk_start = head.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let chunk = head.get(chunk_start..).unwrap_or_default();
        let symbol = chunk.contains(['/', '-', '–']) && chunk.contains(char::is_uppercase);
        let first = self.expression.tokens.start;
        let numbered = first >= 2 && self.tokens.number(first - 1, 9).is_some() && self.tokens.is(first - 2, Role::Number);
        symbol || numbered
    }

    /// `Luật Cán bộ, công chức ngày …`, `Kế hoạch ngày … của …`
    fn behind_kind(&self) -> bool {
        // The longest name of a law between its kind word and its date.
        const WORDS: usize = 14;
        let Some(kind_end) = CUES.document.kinds.last_in(self.around.before) else { return false };
        let near = self.around.before.get(kind_end..).is_some_and(|between| between.split_whitespace().count() <= WORDS);
        let sets_off = self.around.segment.trim().is_empty();
        let named = self.kind_is_capital(kind_end) || self.around.after.trim_start().is_empty();
        near && !self.held() && (begins_with_phrase(self.around.after, &CUES.document.after) || named && !sets_off)
    }

    /// Whether the kind word, which may be of two words, begins with a capital letter.
    fn kind_is_capital(&self, kind_end: usize) -> bool {
        let small = self.around.before.get(..kind_end).unwrap_or_default();
        let kind = CUES.document.kinds.iter().filter(|kind| small.ends_with(*kind)).max_by_key(|kind| kind.len());
        let at = kind.map(|kind| self.around.sentence.start + kind_end - kind.len());
        at.and_then(|at| self.text.get(at..)).and_then(|text| text.chars().next()).is_some_and(char::is_uppercase)
    }

    /// `(02/12/1975 – 02/12/2025)`: the same day of two years.
    fn anniversary(&self) -> bool {
        let to = &self.expression.to;
        self.expression.from.is_some_and(|from| matches!(from.shape, Shape::Day { .. }) && from.shape == to.shape && from.year != to.year)
    }

    /// The day of issue, printed where the document was signed.
    fn is_issue(&self, when: When) -> bool {
        let issue = matches!(when, When::Day(day) if self.scene.issued_on == Some(day));
        issue && self.expression.from.is_none() && !self.place.cell && !self.announced() && !self.limited() && !self.held()
    }

    /// A day without any word, outside of tables and of lists of times: when a page was posted.
    fn stands_alone(&self) -> bool {
        !self.place.cell && !self.place.timed && !self.text.contains(is_alphabetic)
    }

    fn in_quotation(&self) -> bool {
        let date = &self.around.date;
        let after = self.quoted.partition_point(|range| range.start <= date.start);
        after.checked_sub(1).and_then(|at| self.quoted.get(at)).is_some_and(|range| date.end <= range.end)
    }

    /// The date names, counts, founds: it is no limit.
    fn never(&self) -> bool {
        let never = &CUES.never;
        let recurs = self.expression.to.every != Recurrence::None || matches!(self.expression.to.shape, Shape::Quarterly);
        let starts = self.expression.from.is_some() || recurs || self.limited();
        let open_end = begins_with_phrase(self.around.after, &never.after);
        let names = !starts && (near_before(self.around.before, &never.near_before) || self.behind_name());
        let behind_name = ends_with_phrase(self.around.before, &never.near_before) || self.behind_name();
        let period_name = self.expression.from.is_some() && behind_name && !self.announced();
        let sentence = never.before.last_in(self.around.before).is_some();
        let counts = !recurs && self.expression.from.is_none() && near_before(self.around.before, &never.through_limit);
        open_end || names || counts || period_name || sentence
    }

    /// `nhiệm vụ năm 2026`, `kết quả tháng 6`: the date belongs to the noun straight before it.
    fn behind_name(&self) -> bool {
        ends_with_phrase(self.around.before, &CUES.never.straight_before)
    }

    /// `trước`, `chậm nhất`, `hết` stand before.
    fn limited(&self) -> bool {
        near_before(self.around.before, &CUES.limit.near_before) || self.first_word(&[Role::Last])
    }

    fn until(&self) -> bool {
        self.previous_word(&[Role::Until])
    }

    /// `vào`, `tổ chức`, `khai mạc` stand before.
    fn held(&self) -> bool {
        near_before(self.around.before, &CUES.event.near_before)
    }

    /// `Thời gian:` stands before in the sentence, or a heading or a column announces times.
    fn announced(&self) -> bool {
        self.place.timed || self.labelled()
    }

    fn labelled(&self) -> bool {
        // A label is short; what is longer before a colon is a sentence.
        const LONGEST: usize = 110;
        let Some(colon) = self.around.before.rfind(':') else { return false };
        let label = self.around.before.get(..colon).unwrap_or_default();
        label.len() <= LONGEST && CUES.times.labels.last_in(label).is_some()
    }

    /// Whether the date is not over when the document is issued, or is printed as a limit all the same.
    fn ahead(&self, when: When) -> bool {
        let over = match (when.last_day(), self.scene.issued_on, self.scene.year) {
            (Some(day), Some(issued), _) => day < issued,
            (Some(day), None, Some(year)) => day.year() < year,
            _ => false,
        };
        if !over {
            let done = begins_with_phrase(self.around.after, &CUES.history.after);
            return !done && (!self.told() || self.limited() || self.until());
        }
        let strong = self.limited() || self.expression.from.is_some() || self.announced();
        let this_year = self.scene.year.zip(when.last_day()).is_some_and(|(year, day)| day.year() + 1 >= year);
        strong && this_year && !self.scene.telling && !self.told() && !matches!(when, When::Year(_) | When::SchoolYear(_))
    }

    /// The sentence tells what was.
    fn told(&self) -> bool {
        CUES.history.before.last_in(self.around.before).is_some() || begins_with_phrase(self.around.after, &CUES.history.after)
    }

    /// Whether the words around make the date one by which something is done.
    fn says_so(&self, when: When) -> bool {
        let period = self.expression.from.is_some();
        if self.expression.open {
            return self.announced() || self.fills_cell(when);
        }
        let strong = self.limited() || self.until() || self.announced();
        match when {
            _ if self.expression.bare => self.limited() || self.until() || self.announced() && self.behind_label(),
            // A day in brackets without a word is the date of something that is listed.
            When::Day(_) if self.in_brackets() && !self.first_word(&[Role::Day]) && !period => false,
            When::Day(_) if self.expression.to.year.is_none() => strong || period || self.held() || self.in_brackets(),
            When::Day(_) | When::Month { .. } | When::Quarter { .. } if self.expression.to.year.is_some() => match self.expression.to.shape
            {
                Shape::Months(_) => strong,
                _ => true,
            },
            When::Month { .. } | When::Quarter { .. } => match self.expression.to.shape {
                Shape::Months(_) => strong && self.announced(),
                _ => strong || period || self.held(),
            },
            When::Year(_) => self.year_says_so(period),
            When::SchoolYear(_) => self.limited() || self.until(),
            _ => strong,
        }
    }

    /// `… Kế hoạch triển khai Từ quý II/2027`: the last cell of a table's row whose borders were lost.
    fn fills_cell(&self, when: When) -> bool {
        let own = self.text.get(self.around.date.start..).and_then(|text| text.chars().next());
        let after = self.around.after.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '.'));
        let ends = after.is_empty() || CUES.recurring.standing.iter().any(|word| word == after);
        matches!(when, When::Month { .. } | When::Quarter { .. }) && own.is_some_and(char::is_uppercase) && ends
    }

    /// Straight behind a colon, or first of all.
    fn behind_label(&self) -> bool {
        let before = self.around.before.trim_end();
        before.is_empty() || before.ends_with(':')
    }

    fn in_brackets(&self) -> bool {
        let after = self.around.after.trim_start();
        self.around.before.trim_end().ends_with('(') && after.starts_with(')')
    }

    fn year_says_so(&self, period: bool) -> bool {
        if period {
            let with_from = self.tokens.is(self.expression.tokens.start, Role::From);
            return self.announced() || with_from && !self.names_plan();
        }
        if self.announced() {
            return true;
        }
        if self.until() || self.previous_word(&[Role::First]) {
            return !self.names_plan();
        }
        if self.limited() || near_before(self.around.before, &CUES.year.before) {
            return true;
        }
        let begins = self.around.segment.trim_matches(|letter: char| !is_alphanumeric(letter)).is_empty();
        begins && begins_with_phrase(self.around.after, &CUES.year.after)
    }

    /// `Đề án xây dựng xã hội học tập đến năm 2030`: the year belongs to the name.
    fn names_plan(&self) -> bool {
        // The longest name of a plan before its year.
        const WORDS: usize = 18;
        // Behind a comma the year begins a new part of the sentence.
        if self.around.segment.split_whitespace().count() < 2 {
            return false;
        }
        let Some(name_end) = CUES.document.names.last_in(self.around.before) else { return false };
        let between = self.around.before.get(name_end..).unwrap_or_default();
        between.split_whitespace().count() <= WORDS && CUES.year.goal.last_in(between).is_none()
    }

    fn previous_word(&self, roles: &[Role]) -> bool {
        let first = self.expression.tokens.start;
        let skip = |role: Role| matches!(role, Role::Through | Role::Day | Role::Last | Role::About);
        let mut at = first;
        for _ in 0..4 {
            let Some(before) = at.checked_sub(1) else { return false };
            match self.tokens.role(before) {
                Some(role) if roles.contains(&role) => return true,
                Some(role) if skip(role) => at = before,
                _ => return false,
            }
        }
        false
    }

    fn first_word(&self, roles: &[Role]) -> bool {
        self.tokens.role(self.expression.tokens.start).is_some_and(|role| roles.contains(&role))
    }
}
