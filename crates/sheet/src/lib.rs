//! Spreadsheets that people have: XLSX, CSV → typed rows with positions.
