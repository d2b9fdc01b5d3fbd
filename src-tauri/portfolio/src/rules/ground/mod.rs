//! Demand 3: connect steering to the ground.

pub(super) mod silent;
