//! Tree → DOCX: free text, tables, the letter frame of Decree 30/2020.
