//! Any bytes called `a.xlsx` are read, and as the worksheet, the strings and the styles of a workbook: nothing panics beyond the reader.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    phongtrao_fuzz::quiet();
    phongtrao_fuzz::xlsx::check(bytes);
});
