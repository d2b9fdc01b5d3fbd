//! Root myth: the why is implicit.

pub(super) mod circular;
pub(super) mod mandatory_without_reference;
pub(super) mod no_why;
