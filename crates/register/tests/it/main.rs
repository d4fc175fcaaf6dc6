//! Data folders as people have them: read, refused with reasons, written back.

mod import;
mod index;
mod laws;
mod ledger;
mod reading;
mod sample;
mod support;
