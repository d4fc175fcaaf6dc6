//! Errors as people read them: what the system says of files and disks in the language of the interface, with what to do. Its own words, which are English or
//! those of its own language, stay only where nothing better is known.

use std::io::{Error, ErrorKind};

use phongtrao_diagnostic::{Text, Words};

use crate::texts;

/// An error with what led to it, the outermost first.
pub(crate) fn said(error: &anyhow::Error, words: &Words) -> String {
    let mut all: Vec<String> = Vec::new();
    for cause in error.chain() {
        let own = cause.downcast_ref::<Error>().map_or_else(|| cause.to_string(), |error| words.say(&of_system(error)));
        // An error that only wraps another one says the same twice.
        if all.last() != Some(&own) {
            all.push(own);
        }
    }
    all.join(": ")
}

/// What an error of the system means.
pub(crate) fn of_system(error: &Error) -> Text {
    // Errors that a library made up have no number of the system; their own words say what is wrong, but for the kinds below.
    match error.kind() {
        ErrorKind::NotFound => texts::system_not_found(),
        ErrorKind::PermissionDenied => texts::system_denied(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts::system_full(),
        ErrorKind::IsADirectory => texts::system_is_folder(),
        ErrorKind::NotADirectory => texts::system_is_no_folder(),
        ErrorKind::ReadOnlyFilesystem => texts::system_read_only(),
        ErrorKind::AlreadyExists => texts::system_there_already(),
        ErrorKind::DirectoryNotEmpty => texts::system_not_empty(),
        ErrorKind::FileTooLarge => texts::system_too_large(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => texts::system_in_use(),
        ErrorKind::InvalidFilename => texts::system_bad_name(),
        ErrorKind::InvalidData => texts::system_no_text(),
        ErrorKind::UnexpectedEof => texts::system_ends_early(),
        ErrorKind::OutOfMemory => texts::system_no_memory(),
        ErrorKind::AddrInUse => texts::system_address_in_use(),
        _ => texts::system_other(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;
    use phongtrao_diagnostic::Language;

    use super::*;

    fn told(error: Error) -> String {
        let failed: anyhow::Result<()> = Err(error).context("data/people.csv");
        said(&failed.expect_err("it failed"), &crate::language::words(Language::Vietnamese))
    }

    #[rstest::rstest]
    #[case::no_such_file(2, "không có tệp hoặc thư mục này")]
    #[case::permission_denied(13, "không có quyền đọc hoặc ghi ở đây")]
    #[case::is_a_directory(21, "đây là thư mục, không phải tệp")]
    #[case::not_a_directory(20, "một phần của đường dẫn là tệp")]
    #[case::no_space_left(28, "ổ đĩa đã đầy")]
    #[case::quota(122, "ổ đĩa đã đầy")]
    #[case::read_only(30, "chỉ cho đọc")]
    #[case::name_too_long(36, "không nhận tên tệp này")]
    #[cfg(target_os = "linux")]
    fn what_the_system_says_is_vietnamese(#[case] number: i32, #[case] expected: &str) {
        let said = told(Error::from_raw_os_error(number));
        assert!(said.starts_with("data/people.csv: ") && said.contains(expected) && !said.contains("os error"), "{said}");
    }

    #[test]
    fn what_nobody_has_words_for_keeps_its_own_in_brackets() {
        let said = told(Error::other("the moon is down"));
        assert_eq!(said, "data/people.csv: hệ điều hành báo lỗi [the moon is down]");
    }

    #[test]
    fn an_error_that_is_none_of_the_system_is_said_as_it_is() {
        let error = anyhow::anyhow!("năm phải có bốn chữ số").context("data.toml");
        assert_eq!(said(&error, &crate::language::words(Language::Vietnamese)), "data.toml: năm phải có bốn chữ số");
    }
}
