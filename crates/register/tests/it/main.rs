//! Data folders as people have them: read, refused with reasons, written back.

mod index;
mod reading;
mod support;
