//! Black-box tests of the headless crate: they name only `portfolio`.

mod docs;
