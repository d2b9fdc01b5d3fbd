//! Snapshots on paper.
