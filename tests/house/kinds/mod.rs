//! The model by itself: amounts, reasons, ids, references and look-ups, as files and edits rely on them.

mod amounts;
mod changes;
mod lookups;
mod references;
mod written;
