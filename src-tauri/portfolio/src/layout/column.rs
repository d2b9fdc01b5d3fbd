//! From wishes to columns: stacks in a fixed order, each as near to its wish as the others let it.

/// Columns for stacks in order, strictly rising and below `columns`; their wishes are counted in columns.
///
/// Least squares by pooling neighbours that want the same room, then rounding.
pub(super) fn assign(wishes: &[f64], columns: usize) -> Vec<u32> {
    /// Neighbours that stand side by side: how many, and the sum of their wishes for the first of them.
    struct Pool {
        count: usize,
        sum: f64,
    }
    impl Pool {
        #[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
        fn start(&self) -> f64 {
            self.sum / self.count as f64
        }
    }
    let mut pools: Vec<Pool> = Vec::new();
    #[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
    for (n, wish) in wishes.iter().enumerate() {
        // Taking each its number away turns "one apart" into "not falling".
        let mut pool = Pool {
            count: 1,
            sum: wish - n as f64,
        };
        while let Some(before) = pools.pop_if(|before| before.start() >= pool.start()) {
            pool.count += before.count;
            pool.sum += before.sum;
        }
        pools.push(pool);
    }
    let room = columns.saturating_sub(wishes.len());
    let mut assigned = Vec::with_capacity(wishes.len());
    for pool in pools {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "clamped to the columns there are"
        )]
        let shift = pool.start().round().clamp(0.0, room as f64) as usize;
        for _ in 0..pool.count {
            assigned.push(u32::try_from(assigned.len() + shift).unwrap_or(u32::MAX));
        }
    }
    assigned
}

#[cfg(test)]
mod tests {
    use super::assign;

    #[test]
    fn free_wishes_are_granted() {
        assert_eq!(assign(&[0.0, 2.2, 5.9], 8), [0, 2, 6]);
    }

    #[test]
    fn equal_wishes_share_the_room_around_them() {
        assert_eq!(assign(&[3.0, 3.0, 3.0], 8), [2, 3, 4]);
    }

    #[test]
    fn nobody_leaves_the_map() {
        assert_eq!(assign(&[-4.0, -3.0], 8), [0, 1]);
        assert_eq!(assign(&[9.0, 9.0, 9.0], 8), [5, 6, 7]);
        assert_eq!(assign(&[1.0; 8], 8), [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
