//! What all parts speak: days and dates that are less than a day, money, a document's number, people's names, Vietnamese text: its order, its
//! numbers in words, figures and dates as papers print them.
//!
//! The ground of the house (`docs/architecture.md`): it depends on no other crate of the project and reads nothing from outside.

mod decimal;
pub mod figures;
pub mod hour;
mod in_words;
mod known;
mod money;
mod name;
mod nearest;
mod number;
pub mod order;
pub mod printed_date;
mod share;
pub mod text;
mod when;
mod year;

pub use decimal::{Decimal, InvalidDecimal};
pub use in_words::NumberHabit;
pub use jiff::civil::{Date, Time};
pub use known::Known;
pub use money::{InvalidMoney, Money};
pub use name::{InvalidPersonName, PersonName, SortKey};
pub use nearest::{nearest, nearest_among};
pub use number::{DocumentNumber, InvalidDocumentNumber};
pub use share::Share;
pub use when::{InvalidWhen, Recurrence, When};
pub use year::{Period, YearKind};
