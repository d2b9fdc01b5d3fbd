//! Tables in: real files beside the checkout where they are present (named as skipped where they are absent), fixtures of
//! our own for every oddity, and bytes that mean harm.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod assumed;
mod choices;
mod drawn;
mod encoded;
mod golden;
mod hostile;
mod open_documents;
mod problems;
mod real;
mod rows;
mod totals;
mod valmere;
mod wide;
mod workbook;
mod workbooks;
