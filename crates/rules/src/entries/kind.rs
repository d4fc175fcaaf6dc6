//! Kinds of entries and what each says.

use serde::Deserialize;
use serde::de::Deserializer;

use super::{
    Amount, Ballot, Base, Ceiling, Certificate, Condition, Council, CriteriaSet, Deadline, Eligibility, Payment, Posting, Quorum, Quota,
    Scale, Target, Transition, Vote, Way, Year,
};
use crate::Honour;
use crate::criteria::Rule;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($body:ty) = $word:literal,)*) => {
        /// What an entry is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        /// What an entry says.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Body {
            $($(#[$doc])* $name(Box<$body>),)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)*];

            /// The word of the pack files: `[[vote]]`.
            pub fn word(self) -> &'static str {
                match self {
                    $(Kind::$name => $word,)*
                }
            }
        }

        impl Body {
            pub(crate) fn read<'de, D: Deserializer<'de>>(kind: Kind, table: D) -> Result<Body, D::Error> {
                match kind {
                    $(Kind::$name => <$body>::deserialize(table).map(|body| Body::$name(Box::new(body))),)*
                }
            }
        }

        $(impl AsBody for $body {
            fn of(body: &Body) -> Option<&Self> {
                match body {
                    Body::$name(body) => Some(body),
                    _ => None,
                }
            }
        })*
    };
}

/// What the bodies of entries are, so that one function finds each of them.
pub trait AsBody {
    /// The body, when it is of this kind.
    fn of(body: &Body) -> Option<&Self>;
}

kinds! {
    /// A title, commendation or recognition.
    Honour(Honour) = "honour",
    /// The share of votes that an award needs.
    Vote(Vote) = "vote",
    /// How a ballot is held.
    Ballot(Ballot) = "ballot",
    /// How many must be present.
    Quorum(Quorum) = "quorum",
    /// How long a list is posted before the council meets.
    Posting(Posting) = "posting",
    /// How many may get it.
    Quota(Quota) = "quota",
    /// A scale of levels.
    Scale(Scale) = "scale",
    /// A set of criteria with indicators or levels.
    Set(CriteriaSet) = "set",
    /// The criteria of an honour.
    Eligibility(Eligibility) = "eligibility",
    /// What bars, holds back or counts for awards in general.
    Condition(Condition) = "condition",
    /// Bonus money of an honour, as a multiple of a base.
    Amount(Amount) = "amount",
    /// An amount of money that others are multiples of.
    Base(Base) = "base",
    /// How bonus money is computed and which of several is paid.
    Payment(Payment) = "payment",
    /// The greatest amount, share or number of something.
    Ceiling(Ceiling) = "ceiling",
    /// A day or a time within which something is done.
    Deadline(Deadline) = "deadline",
    /// The way of a file.
    Way(Way) = "way",
    /// The size of a printed certificate.
    Certificate(Certificate) = "certificate",
    /// A kind of year.
    Year(Year) = "year",
    /// How a council is made up.
    Council(Council) = "council",
    /// What is to be reached by a day.
    Target(Target) = "target",
    /// Which text governs files that were on their way when a new one came into force.
    Transition(Transition) = "transition",
}

/// Keys of bodies that hold rules.
pub(crate) const RULE_KEYS: [&str; 2] = ["rule", "also"];

impl Kind {
    /// Whether entries of this kind hold rules.
    pub(crate) fn has_rules(self) -> bool {
        matches!(self, Kind::Eligibility | Kind::Condition)
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}

impl Body {
    /// Puts a rule that was read in its place; what has none lets it go.
    pub(crate) fn put_rule(&mut self, key: &str, rule: Rule) {
        match (self, key) {
            (Body::Eligibility(eligibility), "rule") => eligibility.rule = rule,
            (Body::Eligibility(eligibility), "also") => eligibility.also = Some(rule),
            (Body::Condition(condition), "rule") => condition.rule = Some(rule),
            _ => {}
        }
    }
}
