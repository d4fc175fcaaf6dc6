//! Any bytes are a list called `a.csv` or `a.xlsx`, and a worksheet of a sound workbook, imported into a small folder: nothing panics, what is handed out is a
//! whole folder, and a noted copy is one that opens.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    phongtrao_fuzz::quiet();
    phongtrao_fuzz::import::check(bytes);
});
