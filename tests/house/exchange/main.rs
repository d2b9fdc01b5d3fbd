//! Tables in: real files beside the checkout where they are present (named as skipped where they are absent), fixtures of
//! our own for every oddity, and bytes that mean harm.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod drawn;
mod golden;
mod hostile;
mod real;
mod valmere;
mod workbook;
mod workbooks;
