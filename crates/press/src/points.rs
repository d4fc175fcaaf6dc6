//! Points as a paper's file gives them: `85`, `92.5`.

use phongtrao_value::{Decimal, figures};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::within::Within;

/// Points to three places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points(Decimal);

/// Nobody is given less than nothing, and no table of points goes further.
type Given = Within<0, 1000>;

/// The places that are kept.
const THOUSANDTHS: f64 = 1000.0;

impl Points {
    /// As papers print them: `92,5`.
    pub fn said(self) -> String {
        figures::decimal(self.0)
    }

    /// All together.
    pub fn sum(points: impl IntoIterator<Item = Points>) -> Points {
        Points(Decimal::from_thousandths(points.into_iter().fold(0, |sum: i64, points| sum.saturating_add(points.0.thousandths()))))
    }
}

impl From<Decimal> for Points {
    fn from(points: Decimal) -> Points {
        Points(points)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Points, D::Error> {
        let number = Given::deserialize(deserializer)?.get();
        #[expect(clippy::cast_possible_truncation, reason = "what is given is within small bounds")]
        let thousandths = (number * THOUSANDTHS).round() as i64;
        Ok(Points(Decimal::from_thousandths(thousandths)))
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[expect(clippy::cast_precision_loss, reason = "points are small")]
        let thousandths = self.0.thousandths() as f64;
        serializer.serialize_f64(thousandths / THOUSANDTHS)
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    #[derive(serde::Deserialize)]
    struct Given {
        of: Points,
    }

    #[rstest::rstest]
    #[case("85", "85")]
    #[case("92.5", "92,5")]
    #[case("0.1", "0,1")]
    #[case("7.125", "7,125")]
    fn points_are_read_exactly(#[case] given: &str, #[case] said: &str) {
        let read: Given = toml::from_str(&format!("of = {given}")).expect("points");
        assert_eq!(read.of.said(), said);
    }

    #[rstest::rstest]
    #[case::no_number("nan")]
    #[case::no_end("inf")]
    #[case::less_than_nothing("-1")]
    #[case::more_than_any_table("1000.5")]
    fn points_that_nobody_gives_are_refused(#[case] given: &str) {
        assert!(toml::from_str::<Given>(&format!("of = {given}")).is_err());
    }
}
