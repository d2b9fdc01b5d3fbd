//! How often links cross, counted between neighbouring bands.

/// A link by its upper and its lower end: band and column of each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) top: (usize, f64),
    pub(super) bottom: (usize, f64),
}

impl Span {
    /// Where the straight link passes a band. Two links that meet in a band between their ends are told apart by
    /// their number, so that a crossing which falls on a band is counted in one of the two gaps beside it.
    #[expect(clippy::cast_precision_loss, reason = "bands and links are few")]
    fn at(self, band: usize, number: usize) -> f64 {
        if band == self.top.0 {
            return self.top.1;
        }
        if band == self.bottom.0 {
            return self.bottom.1;
        }
        let (from, to) = (self.top.0 as f64, self.bottom.0 as f64);
        let way = (band as f64 - from) / (to - from);
        self.top.1 + way * (self.bottom.1 - self.top.1) + number as f64 * 1e-9
    }
}

/// Crossings of straight links, gap by gap.
pub(super) fn count(spans: &[Span], bands: usize) -> u64 {
    let mut sum = 0;
    for gap in 0..bands.saturating_sub(1) {
        let mut through: Vec<(f64, f64)> = spans
            .iter()
            .enumerate()
            .filter(|(_, it)| it.top.0 <= gap && it.bottom.0 > gap)
            .map(|(n, it)| (it.at(gap, n), it.at(gap + 1, n)))
            .collect();
        through.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        sum += inversions(&through);
    }
    sum
}

/// Pairs whose lower ends stand the other way round, by a Fenwick tree over the lower ends.
fn inversions(through: &[(f64, f64)]) -> u64 {
    let mut ends: Vec<f64> = through.iter().map(|(_, lower)| *lower).collect();
    ends.sort_by(f64::total_cmp);
    ends.dedup();
    let mut tree = vec![0_u32; ends.len() + 1];
    let mut sum = 0;
    for (seen, (_, lower)) in through.iter().enumerate() {
        let rank = ends.partition_point(|it| it < lower) + 1;
        let (mut not_beyond, mut at) = (0, rank);
        while at > 0 {
            not_beyond += u64::from(tree[at]);
            at &= at - 1;
        }
        sum += seen as u64 - not_beyond;
        let mut at = rank;
        while at < tree.len() {
            tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(top: (usize, f64), bottom: (usize, f64)) -> Span {
        Span { top, bottom }
    }

    #[test]
    fn links_side_by_side_do_not_cross_and_swapped_ones_do() {
        let aside = [span((0, 0.0), (1, 0.0)), span((0, 1.0), (1, 1.0))];
        let swapped = [span((0, 0.0), (1, 1.0)), span((0, 1.0), (1, 0.0))];
        assert_eq!(count(&aside, 9), 0);
        assert_eq!(count(&swapped, 9), 1);
    }

    #[test]
    fn links_that_share_an_end_do_not_cross() {
        let fan = [span((0, 1.0), (1, 0.0)), span((0, 1.0), (1, 2.0))];
        let funnel = [span((0, 0.0), (1, 1.0)), span((0, 2.0), (1, 1.0))];
        assert_eq!(count(&fan, 9) + count(&funnel, 9), 0);
    }

    #[test]
    fn a_long_link_crosses_what_lies_on_its_way() {
        let long = span((0, 0.0), (2, 4.0));
        assert_eq!(count(&[long, span((1, 3.0), (2, 0.0))], 9), 1);
        assert_eq!(count(&[long, span((1, 3.0), (2, 5.0))], 9), 0);
    }

    #[test]
    fn a_crossing_that_falls_on_a_band_is_counted_once() {
        let swapped = [span((2, 0.0), (6, 3.0)), span((2, 1.0), (6, 2.0))];
        assert_eq!(count(&swapped, 9), 1);
        let level = [span((0, 0.0), (4, 2.0)), span((0, 2.0), (4, 0.0))];
        assert_eq!(count(&level, 9), 1);
    }

    #[test]
    fn counting_agrees_with_looking_at_every_pair() {
        let spans: Vec<Span> = (0..40_u32)
            .map(|n| {
                let (a, b) = (f64::from(n * 7 % 13), f64::from(n * 11 % 17));
                span((0, a), (1, b))
            })
            .collect();
        let mut slow = 0;
        for (n, a) in spans.iter().enumerate() {
            for b in &spans[..n] {
                if (a.top.1 - b.top.1) * (a.bottom.1 - b.bottom.1) < 0.0 {
                    slow += 1;
                }
            }
        }
        assert_eq!(count(&spans, 9), slow);
    }
}
