//! Myth 3: our tools align us.

pub(super) mod conflicting_readings;
pub(super) mod rows_set_aside;
pub(super) mod stale_source;
