//! Where paragraphs end: told by gaps, by indents, and by lines that end although the next word would have fitted.

use phongtrao_value::text::is_capitals;

use super::{line::TextLine, rows::share};
use crate::read::pdf::pages::Length;

/// How much wider than usual the step to the next line is where a paragraph ends, in hundredths.
const WIDER_STEP: i64 = 118;

/// The same where a blank line lies between.
const BLANK_STEP: i64 = 165;

/// How much wider than the usual step after a paragraph a step over a blank line is, in hundredths.
const BLANK_AFTER_PARAGRAPH: i64 = 140;

/// From so many ends of paragraphs on, their usual step is known.
const FEWEST_STEPS: usize = 10;

/// The least indent, in hundredths of the font's size.
const INDENT: i64 = 80;

/// How much room a centred line has on both sides at least, in hundredths of the font's size; first lines are set in by less.
const CENTRED: i64 = 320;

/// How far the middle of a centred line may be off, times two, in hundredths of the font's size.
const OFF_CENTRE: i64 = 80;

/// How wide a space is, in hundredths of the font's size.
const SPACE: i64 = 28;

/// How many lines must reach a margin for it to be one: one in so many.
const AT_MARGIN: usize = 40;

/// How far lines end from the margin that they reach, in hundredths of the font's size.
const NEAR_MARGIN: i64 = 20;

/// In a text that its author broke by hand, so many of a hundred short lines go on in the next.
const BROKEN_BY_HAND: usize = 12;

/// Below so many short lines that go on, nothing is said about the author's hand.
const FEWEST_BROKEN: usize = 4;

/// Of so many hundredths of all ends of paragraphs the page must tell by indent or gap, for it to tell all.
const MARKED: usize = 80;

/// The edges between which lines are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Margins {
    /// The left edge.
    pub(crate) left: Length,
    /// The right edge.
    pub(crate) right: Length,
}

/// How lines follow one another in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Habit {
    /// The usual step from line to line, in hundredths of the font's size.
    step: i64,
    /// The usual step from one paragraph to the next, in hundredths of the font's size.
    usual: i64,
    /// The least step over a blank line, in hundredths of the font's size.
    blank: i64,
    /// Lines were broken by the author, not at the margin.
    by_hand: bool,
    /// Indents or gaps mark every paragraph.
    marked: bool,
    /// Gaps mark every line that the author ended.
    spaced: bool,
    /// The lines stand in a column without edges of its own.
    open: bool,
    /// The base lines of the first line of the fullest page and of the last.
    top: Length,
    bottom: Length,
}

/// How a line and the next belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The paragraph goes on.
    GoesOn,
    /// The page does not tell.
    Unknown,
    /// The paragraph ends.
    Ends {
        /// A blank line follows.
        blank: bool,
    },
}

impl Margins {
    /// The edges that several lines reach.
    pub(crate) fn of<'a>(lines: impl Iterator<Item = &'a TextLine> + Clone) -> Margins {
        let mut rights: Vec<Length> = lines.clone().map(|line| line.right).collect();
        let mut lefts: Vec<Length> = lines.map(|line| line.left).collect();
        rights.sort_unstable_by(|one, other| other.cmp(one));
        lefts.sort_unstable();
        let reached = (rights.len() / AT_MARGIN).min(rights.len().saturating_sub(1));
        // A single line may hang out of a narrow text; where there are several, the second decides.
        let reached = if rights.len() > 4 { reached.max(1) } else { reached };
        Margins { left: lefts.get(reached).copied().unwrap_or(0), right: rights.get(reached).copied().unwrap_or(0) }
    }

    fn width(self) -> Length {
        self.right - self.left
    }
}

impl Habit {
    /// Learns how the lines of a text follow one another.
    pub(crate) fn of(lines: &[(&TextLine, Margins)]) -> Habit {
        let step = usual_step(lines);
        let top = lines.iter().map(|(line, _)| line.base).min().unwrap_or(0);
        let bottom = lines.iter().map(|(line, _)| line.base).max().unwrap_or(0);
        let mut habit = Habit {
            step,
            usual: step,
            blank: step * BLANK_STEP / 100,
            by_hand: false,
            marked: false,
            spaced: false,
            open: false,
            top,
            bottom,
        };
        let (mut steps, mut broken, mut marked, mut apart) = (Vec::new(), 0, 0, 0);
        for pair in lines.windows(2) {
            let [(line, margins), (next, _)] = pair else { continue };
            let Some(step) = Habit::step_between(line, next).filter(|_| !is_full(line, next, *margins)) else { continue };
            steps.push(step);
            marked += usize::from(habit.is_apart(line, next) || is_set_in(line, next, *margins));
            apart += usize::from(habit.is_apart(line, next));
            broken += usize::from(!ends_sentence(line) && begins_small(next));
        }
        habit.by_hand = broken >= FEWEST_BROKEN && broken * 100 >= steps.len() * BROKEN_BY_HAND;
        habit.marked = marked > 0 && marked * 100 >= steps.len() * MARKED;
        habit.spaced = apart > 0 && apart * 100 >= steps.len() * MARKED;
        steps.sort_unstable();
        if let Some(usual) = steps.get(steps.len() / 2).filter(|_| steps.len() >= FEWEST_STEPS) {
            habit.usual = *usual;
            habit.blank = habit.blank.max(usual * BLANK_AFTER_PARAGRAPH / 100);
        }
        habit
    }

    /// The same in a column without edges of its own: what fills it is only its widest line, so that the page does not tell whether that goes on.
    pub(crate) fn of_open_column(self) -> Habit {
        Habit { open: true, ..self }
    }

    /// How `line` and `next` belong together.
    pub(crate) fn relation(&self, line: &TextLine, next: &TextLine, margins: Margins) -> Relation {
        let blank = self.is_blank(line, next) || (self.by_hand && self.is_blank_at_turn(line, next) && !is_full(line, next, margins));
        let apart = self.is_apart(line, next);
        if self.by_hand && self.spaced && !apart && is_full(line, next, margins) {
            return Relation::GoesOn;
        }
        if !blank && (self.by_hand || line.segments.len() > 1 || next.segments.len() > 1) {
            return Relation::Unknown;
        }
        if blank || apart || is_set_in(line, next, margins) {
            return Relation::Ends { blank };
        }
        if is_full(line, next, margins) {
            return match self.after_full(line, next) {
                Relation::GoesOn if self.open => Relation::Unknown,
                relation => relation,
            };
        }
        // What would hardly have fitted goes on with an open sentence; of what begins small or with a number the words may tell more.
        let open = !ends_sentence(line) && is_bold(line) == is_bold(next) && !begins_with_label(next);
        if open && !self.open && is_nearly_full(line, next, margins) && !is_capitals(&line.text()) {
            return Relation::GoesOn;
        }
        if !ends_sentence(line) && (begins_small(next) || begins_with_number(next)) {
            return Relation::Unknown;
        }
        Relation::Ends { blank: false }
    }

    /// The line was filled, so that the page does not tell unless it marks its paragraphs; the words help.
    fn after_full(&self, line: &TextLine, next: &TextLine) -> Relation {
        let labelled = begins_with_label(next);
        // No sentence sets a dash after a comma: the next item of a list begins.
        let closed = ends_sentence(line) || (line.text().ends_with(',') && begins_with_mark(next));
        if (labelled && closed) || line.text().ends_with(';') {
            return Relation::Ends { blank: false };
        }
        let (bold, then_bold) = (is_bold(line), is_bold(next));
        if bold != then_bold && (labelled || closed || (bold && !begins_small(next))) {
            return Relation::Ends { blank: false };
        }
        if line.text().ends_with(':') && !self.marked {
            return if begins_small(next) { Relation::GoesOn } else { Relation::Ends { blank: false } };
        }
        Relation::GoesOn
    }

    fn step_between(line: &TextLine, next: &TextLine) -> Option<i64> {
        let size = i64::from(line.size.max(next.size).max(1));
        (line.page == next.page && next.base > line.base).then(|| i64::from(next.base - line.base) * 100 / size)
    }

    fn is_apart(&self, line: &TextLine, next: &TextLine) -> bool {
        Habit::step_between(line, next).is_some_and(|step| step * 100 >= self.step * WIDER_STEP)
    }

    /// Whether a blank line stands at the foot of the page or at the head of the next.
    fn is_blank_at_turn(&self, line: &TextLine, next: &TextLine) -> bool {
        let step = share(line.size, self.usual);
        line.page != next.page && (next.base - self.top >= share(step, 80) || self.bottom - line.base >= step)
    }

    fn is_blank(&self, line: &TextLine, next: &TextLine) -> bool {
        Habit::step_between(line, next).is_some_and(|step| step >= self.blank)
    }
}

/// A small step that is often taken: between lines of one paragraph.
fn usual_step(lines: &[(&TextLine, Margins)]) -> i64 {
    let filled = |pair: &&[(&TextLine, Margins)]| matches!(pair, [(line, margins), (next, _)] if is_full(line, next, *margins));
    let steps = |pairs: &mut dyn Iterator<Item = &[(&TextLine, Margins)]>| {
        let mut steps: Vec<i64> =
            pairs.filter_map(|pair| Habit::step_between(pair.first()?.0, pair.get(1)?.0)).filter(|step| *step >= 80).collect();
        steps.sort_unstable();
        steps
    };
    // The step after a filled line is that within a paragraph, if there are such lines; else a small one of all.
    let within = steps(&mut lines.windows(2).filter(filled));
    let all = if within.len() >= 3 { within } else { steps(&mut lines.windows(2)) };
    all.get(all.len() / 4).copied().unwrap_or(120)
}

/// Whether the first word of `next` would not have fitted on the line.
fn is_full(line: &TextLine, next: &TextLine, margins: Margins) -> bool {
    reaches(line, share(line.size, SPACE - NEAR_MARGIN) + next.first_word(), margins)
}

/// The same where the page leaves a little doubt.
fn is_nearly_full(line: &TextLine, next: &TextLine, margins: Margins) -> bool {
    !is_centred(line, margins) && reaches(line, share(line.size, SPACE + NEAR_MARGIN) + next.first_word(), margins)
}

/// Whether a line with so much more would reach the margin.
fn reaches(line: &TextLine, needed: Length, margins: Margins) -> bool {
    if is_centred(line, margins) {
        return line.width() + needed > margins.width();
    }
    line.right + needed > margins.right
}

/// Whether the next line is set in as the first line of a paragraph is.
fn is_set_in(line: &TextLine, next: &TextLine, margins: Margins) -> bool {
    if is_centred(line, margins) || is_centred(next, margins) {
        return is_centred(line, margins) != is_centred(next, margins) && !is_full(line, next, margins);
    }
    let deeper = next.left - line.left >= share(line.size, INDENT);
    // A hanging indent: the words go on under the words after the label.
    let hangs = line.second_word().is_some_and(|word| (word - next.left).abs() <= share(line.size, 30))
        && line.first_word() <= share(line.size, 400);
    deeper && !hangs
}

/// Whether a line stands in the middle between the margins, with room on both sides.
pub(crate) fn is_centred(line: &TextLine, margins: Margins) -> bool {
    let (left, right) = (line.left - margins.left, margins.right - line.right);
    // A first line that is set in and happens to end as far from the margin has less room than this.
    left.min(right) >= share(line.size, CENTRED) && (left - right).abs() <= share(line.size, OFF_CENTRE)
}

fn is_bold(line: &TextLine) -> bool {
    line.segments.iter().all(|segment| segment.bold)
}

/// Whether a sentence, or an item of a list, ends with the line.
fn ends_sentence(line: &TextLine) -> bool {
    let text = line.segments.last().map_or("", |segment| segment.text.as_str());
    text.trim_end_matches(['”', '"', '’', '»', ')']).ends_with(['.', ';', ':', '!', '?', '…', '/'])
}

fn begins_small(line: &TextLine) -> bool {
    first_text(line).starts_with(char::is_lowercase) && !begins_with_label(line)
}

/// Whether a line begins with a number that is no label: `2026 - 2027`, `100%`.
fn begins_with_number(line: &TextLine) -> bool {
    first_text(line).starts_with(|c: char| c.is_ascii_digit()) && !begins_with_label(line)
}

fn first_text(line: &TextLine) -> &str {
    line.segments.first().map_or("", |segment| segment.text.as_str())
}

/// Whether a line begins with the mark of an item that has no number.
fn begins_with_mark(line: &TextLine) -> bool {
    let first = first_text(line).split(' ').next().unwrap_or_default();
    matches!(first, "-" | "–" | "+" | "*" | "•" | "▪" | "○" | "●" | "✓")
}

/// Whether a line begins as an item does: `-`, `1.`, `1.1`, `a)`, `IV.`, `(2)`, or a word and a number with a dot.
fn begins_with_label(line: &TextLine) -> bool {
    let text = first_text(line);
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    if begins_with_mark(line) {
        return true;
    }
    let core = first.trim_start_matches('(').trim_end_matches(['.', ')', ':', '/']);
    let ended = core.len() < first.len();
    let short = !core.is_empty() && core.chars().count() <= 8;
    let numbered = core.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && (core.len() <= 3 || core.contains('.'));
    let roman = core.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'));
    let lettered = core.chars().count() == 1 && core.chars().all(char::is_alphabetic);
    if short && ended && (numbered || roman || lettered) {
        return true;
    }
    let second = words.next().unwrap_or_default();
    let number = second.trim_end_matches(['.', ':']);
    first.starts_with(char::is_uppercase)
        && number.len() < second.len()
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{super::rows::Segment, *};

    /// A line of 10-point letters between 0 and 100 points, by its left and right edges in points and its base line.
    fn line(left: Length, right: Length, base: Length, text: &str) -> TextLine {
        let first = i32::try_from(text.split(' ').next().unwrap_or_default().chars().count()).unwrap() * 500;
        let (left, right) = (left * 100, right * 100);
        let segment = Segment { left, right, text: text.to_owned(), first_word: first, ..Segment::default() };
        TextLine { page: 0, number: 1, left, right, base: base * 100, size: 1000, segments: vec![segment], noise: None }
    }

    const MARGINS: Margins = Margins { left: 0, right: 40_000 };
    const HABIT: Habit =
        Habit { step: 120, usual: 120, blank: 198, by_hand: false, marked: true, spaced: false, open: false, top: 0, bottom: 100_000 };
    const END: Relation = Relation::Ends { blank: false };

    #[rstest::rstest]
    #[case::filled(line(0, 390, 100, "đơn vị tổ chức"), line(0, 200, 112, "thực hiện"), Relation::GoesOn)]
    #[case::filled_before_a_capital(line(0, 390, 100, "theo"), line(0, 200, 112, "Quyết định"), Relation::GoesOn)]
    #[case::filled_before_an_item(line(0, 390, 100, "đơn vị."), line(0, 200, 112, "2. Thực hiện"), END)]
    #[case::item_after_a_comma(line(0, 390, 100, "- Khoa Toán,"), line(0, 200, 112, "- Lưu"), END)]
    #[case::number_of_a_reference(line(0, 390, 100, "theo khoản"), line(0, 200, 112, "2. Điều"), Relation::GoesOn)]
    #[case::short(line(0, 200, 100, "đơn vị."), line(0, 200, 112, "Thực hiện"), END)]
    #[case::short_and_open(line(0, 200, 100, "đơn vị"), line(0, 200, 112, "thực hiện"), Relation::Unknown)]
    #[case::nearly_filled(line(0, 386, 100, "các khoa"), line(0, 200, 112, "02 tập thể"), Relation::GoesOn)]
    #[case::short_before_a_year(line(0, 300, 100, "trong năm học"), line(0, 200, 112, "2026 - 2027"), Relation::Unknown)]
    #[case::gap(line(0, 390, 100, "đơn vị"), line(0, 200, 118, "thực hiện"), END)]
    #[case::blank_line(line(0, 390, 100, "đơn vị"), line(0, 200, 124, "thực hiện"), Relation::Ends { blank: true })]
    #[case::first_line_set_in(line(0, 390, 100, "đơn vị"), line(30, 390, 112, "Thực hiện"), END)]
    #[case::back_from_a_first_line(line(30, 390, 100, "đơn vị"), line(0, 390, 112, "thực hiện"), Relation::GoesOn)]
    #[case::centred_and_short(line(150, 250, 100, "KẾ HOẠCH"), line(100, 300, 112, "Tổ chức phong trào"), END)]
    fn relations(#[case] first: TextLine, #[case] second: TextLine, #[case] expected: Relation) {
        assert_eq!(HABIT.relation(&first, &second, MARGINS), expected);
    }

    #[test]
    fn in_an_open_column_the_widest_line_may_end() {
        let (line, next) = (line(0, 390, 100, "TM. BAN CHỈ HUY"), line(0, 200, 112, "CHỈ HUY TRƯỞNG"));
        assert_eq!(HABIT.relation(&line, &next, MARGINS), Relation::GoesOn);
        assert_eq!(HABIT.of_open_column().relation(&line, &next, MARGINS), Relation::Unknown);
    }

    #[rstest::rstest]
    #[case("- Tổ chức", true)]
    #[case("1. Tổ chức", true)]
    #[case("1.2. Tổ chức", true)]
    #[case("a) Tổ chức", true)]
    #[case("IV. TỔ CHỨC", true)]
    #[case("Điều 5. Tổ chức", true)]
    #[case("2025 - 2030", false)]
    #[case("Tổ chức", false)]
    fn labels(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(begins_with_label(&line(0, 100, 100, text)), expected);
    }
}
