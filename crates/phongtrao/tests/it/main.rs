//! The built program and the whole way of reading, on files.

mod command_line;
mod conversions;
mod corpus;
mod examples;
mod oracles;
mod populations;
mod score;
mod support;
