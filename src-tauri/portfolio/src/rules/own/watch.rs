//! The one clock below the workspace: how long a rule of one's own has been at it. No verdict is made of it; it can
//! only switch a rule off, and says so.

use std::time::{Duration, Instant};

/// A moment of this run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment(Instant);

impl Moment {
    pub(super) fn now() -> Self {
        Self(Instant::now())
    }

    pub(super) fn later(self, by: Duration) -> Self {
        Self(self.0 + by)
    }

    pub(super) fn is_past(self) -> bool {
        Instant::now() > self.0
    }

    pub(super) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}
