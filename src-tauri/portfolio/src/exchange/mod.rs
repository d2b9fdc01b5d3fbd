//! Files in and out: what a portfolio is made from and what it can be written as.

pub mod json;
