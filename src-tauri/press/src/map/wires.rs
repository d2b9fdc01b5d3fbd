//! The links of the map, as curves between what is drawn.

use super::tenth;
use crate::Frozen;
use crate::reach::Reach;
use portfolio::model::{ElementId, Link, LinkDetail, LinkState};
use serde::Serialize;
use std::collections::BTreeMap;

/// Links beyond which a drawing would only be a grey cloud.
const MOST_LINKS: usize = 500;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Line {
    pub(crate) path: String,
    pub(crate) proposed: bool,
    /// From a square, drawn finer.
    pub(crate) fine: bool,
}

/// Where a link may start above and end below a drawn thing.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub(super) x: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) square: bool,
}

/// The curves; whether some are only proposed; whether some were left out because there are too many.
pub(super) fn links(
    frozen: &Frozen,
    reach: &Reach<'_>,
    ends: &BTreeMap<&ElementId, Ends>,
) -> (Vec<Line>, bool, bool) {
    let drawn: Vec<(&Link, bool)> = frozen
        .portfolio
        .links()
        .filter_map(|link| {
            let proposed = is_proposed(link);
            (proposed || reach.carries(link)).then_some((link, proposed))
        })
        .collect();
    let mut lines = Vec::new();
    for (link, proposed) in &drawn {
        let (Some(from), Some(to)) = (ends.get(&link.from), ends.get(&link.to)) else {
            continue;
        };
        // What leads downwards on the page is not part of a line from ground to why.
        if from.top <= to.bottom {
            continue;
        }
        let (x1, y1, x2, y2) = (from.x, from.top, to.x, to.bottom);
        let middle = (y1 + y2) / 2.0;
        lines.push(Line {
            path: format!(
                "M{} {}C{} {} {} {} {} {}",
                tenth(x1),
                tenth(y1),
                tenth(x1),
                tenth(middle),
                tenth(x2),
                tenth(middle),
                tenth(x2),
                tenth(y2),
            ),
            proposed: *proposed,
            fine: from.square,
        });
    }
    let crowded = lines.len() > MOST_LINKS;
    if crowded {
        lines.retain(|line| !line.fine);
        lines.truncate(MOST_LINKS);
    }
    let proposed = lines.iter().any(|line| line.proposed);
    (lines, proposed, crowded)
}

fn is_proposed(link: &Link) -> bool {
    matches!(&link.detail, LinkDetail::Contribution(it) if it.state == LinkState::Proposed)
}
