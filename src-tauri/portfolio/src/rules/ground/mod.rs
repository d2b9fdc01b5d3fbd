//! Demand 3: connect steering to the ground.

mod changes;
mod from_nothing;
mod mostly_silent;
pub(super) mod no_field_reading;
pub(super) mod one_voice;
mod silence;
pub(super) mod silent;
mod undated;
pub(super) mod unexplained_jump;
mod voices;
