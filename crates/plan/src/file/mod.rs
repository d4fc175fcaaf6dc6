//! `plan.toml`: read, written, put in order, edited without loss of comments or order.
