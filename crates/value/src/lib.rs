//! What all parts speak: days and dates that are less than a day, a document's number, Vietnamese text.
//!
//! The ground of the house (`docs/architecture.md`): it depends on no other crate of the project and reads nothing from outside.

mod decimal;
mod known;
mod money;
mod nearest;
mod number;
mod share;
pub mod text;
mod when;
mod year;

pub use decimal::{Decimal, InvalidDecimal};
pub use jiff::civil::Date;
pub use known::Known;
pub use money::{InvalidMoney, Money};
pub use nearest::nearest;
pub use number::{DocumentNumber, InvalidDocumentNumber};
pub use share::Share;
pub use when::{InvalidWhen, Recurrence, When};
pub use year::{Period, YearKind};
