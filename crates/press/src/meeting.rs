//! What minutes of meetings have in common: when and where, who led, who was there, what the ballots say.

use std::sync::LazyLock;

use phongtrao_document::write::Part;
use phongtrao_value::{Date, Share, Time, figures, printed_date};
use serde::{Deserialize, Serialize};

use crate::Phrase;
use crate::frame::{self, Signature};

/// Where and when a body meets, and who leads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Meeting {
    /// The day.
    pub date: Date,
    /// When it began; without it, there is room for the hour.
    pub began: Option<Time>,
    /// When it ended; without it, there is room for the hour.
    pub ended: Option<Time>,
    /// The room or hall.
    pub place: String,
    /// Who led it, and signs.
    pub chair: Attendee,
    /// Who wrote the minutes, and signs.
    pub secretary: Attendee,
}

/// One who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Attendee {
    /// The name as printed.
    pub name: String,
    /// Post, unit, or what they are in the body.
    #[serde(default)]
    pub post: String,
}

/// Who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Presence {
    /// All members of the body.
    pub members: u64,
    /// Those who were there.
    pub present: u64,
    /// The same by name, where they are named.
    #[serde(default)]
    pub attended: Vec<Attendee>,
    /// Those who were not.
    #[serde(default)]
    pub absent: Vec<Absent>,
    /// Those who were invited and have no vote.
    #[serde(default)]
    pub guests: Vec<Attendee>,
}

/// A member who was not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Absent {
    /// The name as printed.
    pub name: String,
    /// Post or unit.
    #[serde(default)]
    pub post: String,
    /// Why.
    pub reason: String,
    /// The opinion sent in writing, where one came.
    pub opinion: Option<String>,
}

/// The ballots of one vote; of those written in a file it is looked at whether they add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", try_from = "WrittenBallots")]
pub struct Ballots {
    /// Handed out, written opinions of absent members among them where they count.
    pub issued: u64,
    /// Come back.
    pub returned: u64,
    /// Valid ones of them.
    pub valid: u64,
    /// Invalid ones of them.
    pub invalid: u64,
}

/// Votes for one nominee; of those written in a file it is looked at whether they can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", try_from = "WrittenVotes")]
pub struct Votes {
    /// Votes for.
    pub agreed: u64,
    /// Of how many the share is taken: what the body's rules say.
    pub of: u64,
}

/// Figures of a vote that cannot be; readers of fields put it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Impossible {
    /// More ballots came back than were handed out, or the valid and the invalid ones are not those that came back.
    #[error("impossible ballots")]
    Ballots,
    /// More votes for than the number of which the share is taken.
    #[error("impossible votes")]
    Votes,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct WrittenBallots {
    issued: u64,
    returned: u64,
    valid: u64,
    invalid: u64,
}

impl TryFrom<WrittenBallots> for Ballots {
    type Error = Impossible;

    fn try_from(written: WrittenBallots) -> Result<Ballots, Impossible> {
        let WrittenBallots { issued, returned, valid, invalid } = written;
        let adds_up = returned <= issued && valid.checked_add(invalid) == Some(returned);
        adds_up.then_some(Ballots { issued, returned, valid, invalid }).ok_or(Impossible::Ballots)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct WrittenVotes {
    agreed: u64,
    of: u64,
}

impl TryFrom<WrittenVotes> for Votes {
    type Error = Impossible;

    fn try_from(WrittenVotes { agreed, of }: WrittenVotes) -> Result<Votes, Impossible> {
        (agreed <= of).then_some(Votes { agreed, of }).ok_or(Impossible::Votes)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    began: String,
    began_at: Phrase,
    place: String,
    chair: String,
    secretary: String,
    present: String,
    present_of: Phrase,
    guests: String,
    absent: String,
    absent_number: Phrase,
    absent_none: String,
    absent_one: Phrase,
    wrote: Phrase,
    wrote_nothing: String,
    issued: Phrase,
    ended: Phrase,
    counted: Phrase,
    secretary_signs: String,
    chair_signs: String,
    hour_blank: String,
}

// The words are part of the program; the tests of all papers read them.
static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(include_str!("../words/meeting.toml")).expect("the words of meetings"));

impl Meeting {
    /// Hour, place, chair and secretary, with which minutes begin.
    pub fn opening(&self) -> Vec<Part> {
        let words = &*WORDS;
        let began = words.began_at.fill(&[("hour", &hour(self.began)), ("date", &printed_date::long(self.date))]);
        vec![
            labelled(&words.began, &began),
            labelled(&words.place, &sentence(&self.place)),
            labelled(&words.chair, &sentence(&self.chair.said())),
            labelled(&words.secretary, &sentence(&self.secretary.said())),
        ]
    }

    /// The hour at which it ended, with which minutes end.
    pub fn closing(&self) -> Part {
        self.closed(&WORDS.ended)
    }

    /// The hour at which counting ended, with which its minutes end.
    pub fn counted(&self) -> Part {
        self.closed(&WORDS.counted)
    }

    fn closed(&self, ended: &Phrase) -> Part {
        frame::last_paragraph(&ended.fill(&[("hour", &hour(self.ended)), ("date", &printed_date::long(self.date))]))
    }

    /// Secretary and chair, as they sign.
    pub fn signatures(&self) -> [Signature; 2] {
        [(&WORDS.secretary_signs, &self.secretary), (&WORDS.chair_signs, &self.chair)]
            .map(|(capacity, who)| Signature { capacity: vec![capacity.clone()], name: Some(who.name.clone()) })
    }
}

impl Attendee {
    /// `TS. Lê Quang Vinh, Trưởng khoa`.
    pub fn said(&self) -> String {
        name_and_post(&self.name, &self.post)
    }
}

impl Presence {
    /// Who was there and who was not; `members_are` is what members are called.
    pub fn parts(&self, members_are: &str) -> Vec<Part> {
        let words = &*WORDS;
        let count = |number: u64| figures::two_places(number);
        let votes = Votes { agreed: self.present, of: self.members };
        let present = words.present_of.fill(&[
            ("present", &count(self.present)),
            ("members", &count(self.members)),
            ("members_are", members_are),
            ("share", &votes.percentage()),
        ]);
        let mut parts = vec![labelled(&words.present, &present)];
        parts.extend(self.attended.iter().map(|member| Part::Paragraph(format!("- {}", sentence(&member.said())))));
        if !self.guests.is_empty() {
            let guests: Vec<String> = self.guests.iter().map(Attendee::said).collect();
            parts.push(labelled(&words.guests, &sentence(&guests.join("; "))));
        }
        let number = words.absent_number.fill(&[("number", &count(self.absent.len() as u64)), ("members_are", members_are)]);
        parts.push(labelled(&words.absent, if self.absent.is_empty() { &words.absent_none } else { &number }));
        parts.extend(self.absent.iter().map(Absent::part));
        parts
    }
}

impl Absent {
    fn part(&self) -> Part {
        let words = &*WORDS;
        let opinion = self
            .opinion
            .as_ref()
            .map_or_else(|| words.wrote_nothing.clone(), |opinion| words.wrote.fill(&[("opinion", opinion.trim_end_matches('.'))]));
        let who = name_and_post(&self.name, &self.post);
        Part::Paragraph(words.absent_one.fill(&[("who", &who), ("reason", &self.reason), ("opinion", &opinion)]))
    }
}

impl Ballots {
    /// `số phiếu phát ra: 23 phiếu; …`.
    pub fn said(&self) -> String {
        let count = |number: u64| figures::two_places(number);
        let (issued, returned, valid, invalid) = (count(self.issued), count(self.returned), count(self.valid), count(self.invalid));
        WORDS.issued.fill(&[("issued", &issued), ("returned", &returned), ("valid", &valid), ("invalid", &invalid)])
    }
}

impl Votes {
    /// `6/7`.
    pub fn said(&self) -> String {
        format!("{}/{}", self.agreed, self.of)
    }

    /// `85,71%`, cut off, so that it never shows more than there is; of nothing, nothing.
    pub fn percentage(&self) -> String {
        Share::new(self.agreed, self.of).map(|share| figures::share(share.percentage())).unwrap_or_default()
    }
}

/// Name and post, or the name alone.
pub fn name_and_post(name: &str, post: &str) -> String {
    if post.is_empty() { name.to_owned() } else { format!("{name}, {post}") }
}

/// A heading of minutes with its Roman number.
pub fn heading(number: u32, words: &str) -> Part {
    let number = figures::roman(number).unwrap_or_default();
    Part::Heading { level: 1, words: format!("{number}. {words}"), centred: false }
}

/// Paragraphs with dashes; where there are none, the words that say so.
pub fn points(points: &[String], none: &str) -> Vec<Part> {
    if points.is_empty() {
        return vec![Part::Paragraph(none.to_owned())];
    }
    points.iter().map(|point| Part::Paragraph(format!("- {}", sentence(point)))).collect()
}

/// Words with the full stop that ends them.
pub fn sentence(words: &str) -> String {
    format!("{}.", words.trim_end_matches(['.', ';']))
}

/// A paragraph that begins with words in bold.
pub fn labelled(label: &str, words: &str) -> Part {
    Part::Labelled { label: label.to_owned(), words: words.to_owned() }
}

fn hour(time: Option<Time>) -> String {
    time.map_or_else(|| WORDS.hour_blank.clone(), printed_date::hour)
}
