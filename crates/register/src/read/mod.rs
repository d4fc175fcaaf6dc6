//! The folder that `--data` names, as a register.

pub(crate) mod cells;
pub(crate) mod folder;
mod header;
mod settings;

use phongtrao_diagnostic::FileReport;

use crate::{Register, Remark};

impl Register {
    /// Reads the files of a folder, each by its name without folders. Reading never fails: what is wrong is reported with the file that it stands in.
    ///
    /// Files with other endings than `.csv`, `.xlsx` and `data.toml` are passed over. Where a report holds an error, the register is half read, and
    /// nothing must be judged on it ([`is_whole`]).
    pub fn read(files: &[(String, Vec<u8>)]) -> (Register, Vec<FileReport>) {
        folder::read(files, |_, _| {})
    }

    /// The same; a register that was read whole is looked at by somebody who knows what its ids mean, and what they remark is reported with the rest.
    pub fn read_with(files: &[(String, Vec<u8>)], remarks: impl FnOnce(&Register) -> Vec<Remark>) -> (Register, Vec<FileReport>) {
        folder::read(files, |register, faults| remarks(register).into_iter().for_each(|remark| faults.push(remark.into())))
    }
}

/// Whether a folder was read without errors, so that it may be judged.
pub fn is_whole(reports: &[FileReport]) -> bool {
    let error = |finding: &phongtrao_diagnostic::Finding| finding.severity == phongtrao_diagnostic::Severity::Error;
    !reports.iter().flat_map(|report| &report.findings).any(error)
}
