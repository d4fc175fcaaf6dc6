//! Numbers that papers take from people, each within bounds: what is no number, or beyond all paper, is refused where it stands.

use std::ops::RangeInclusive;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// A number between two bounds.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize)]
#[serde(transparent)]
pub struct Within<const LEAST: i32, const MOST: i32>(f64);

/// Where something stands, or how far it moves.
pub type Millimetres = Within<-1000, 1000>;

/// How wide a room is.
pub type Breadth = Within<1, 1000>;

/// The size of letters, in points.
pub type LetterSize = Within<1, 200>;

/// With what the message of a number out of its bounds begins; the bounds follow, each after a blank.
pub(crate) const OUT_OF_BOUNDS: &str = "out of bounds";

impl<const LEAST: i32, const MOST: i32> Within<LEAST, MOST> {
    const BOUNDS: RangeInclusive<f64> = LEAST as f64..=MOST as f64;

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl<'de, const LEAST: i32, const MOST: i32> Deserialize<'de> for Within<LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        // What is no number is in no bounds.
        if Self::BOUNDS.contains(&number) { Ok(Within(number)) } else { Err(D::Error::custom(format!("{OUT_OF_BOUNDS} {LEAST} {MOST}"))) }
    }
}
