//! What to do about a fault of a pack.

use phongtrao_diagnostic::{Finding, Text};

use crate::texts;

/// The same finding with what to do, where it does not say so itself.
pub(crate) fn helped(mut finding: Finding) -> Finding {
    finding.help = finding.help.or_else(|| of(finding.code));
    finding
}

fn of(code: &str) -> Option<Text> {
    Some(match code {
        "entry-without-source" => texts::entry_without_source_help(),
        "entry-refers-to-nothing" => texts::entry_refers_to_nothing_help(),
        "validity-backwards" | "validity-overlaps" | "validity-gap" => texts::validity_help(),
        "percentage-out-of-range" => texts::percentage_help(),
        "unknown-with-figures" | "unknown-without-words" => texts::unknown_help(),
        "bands-broken" | "total-of-set-wrong" => texts::figures_help(),
        "overlay-misplaced" => texts::overlay_misplaced_help(),
        "overlay-over-nothing" => texts::overlay_over_nothing_help(),
        "overlay-looser" => texts::overlay_looser_help(),
        "overlays-contradict" => texts::overlays_contradict_help(),
        "amount-of-two-kinds" => texts::amount_help(),
        "eligibility-without-rule" => texts::eligibility_help(),
        _ => return None,
    })
}
