//! How many places a quota of the packs gives, without rounding of its own.

use phongtrao_rules::entries::{Quota, Rounding};
use phongtrao_value::Share;

/// How many places a quota gives among so many. Where the source does not say how parts are rounded, `unsaid` does.
pub fn places(quota: &Quota, among: u64, unsaid: Rounding) -> u64 {
    let down = Share::greatest_part(quota.percent, among);
    let up = Share::least_part(quota.percent, among);
    let places = match quota.rounding.unwrap_or(unsaid) {
        Rounding::Down => down,
        Rounding::Up => up,
        // The half is reached where twice the whole gives an odd number of places.
        Rounding::Nearest => Share::greatest_part(quota.percent, among.saturating_mul(2)).div_ceil(2),
    };
    places.max(quota.minimum.map_or(0, u64::from))
}
