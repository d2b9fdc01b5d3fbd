//! Myth 3: our tools align us.

mod aims;
mod claimed;
pub(super) mod conflicting_readings;
pub(super) mod conflicting_sources;
mod field_by_field;
pub(super) mod island;
mod last_reports;
pub(super) mod local_comfort;
pub(super) mod mixed_aggregate;
mod mixed_values;
pub(super) mod overclaimed;
pub(super) mod rows_set_aside;
pub(super) mod stale_source;
mod twins;

pub(super) mod unused_indicator;
