//! What each card belongs to: the priority that it serves, else the objective, else those that hang together with it.
//!
//! The same as `ui/src/canvas/groups/themes.ts` tells from afar, so that a block seen from afar lies where its cards
//! lie. The nearest on the way up counts; of several equally near ones the first. A driver belongs to what answers it.

use crate::model::ElementKind as K;
use std::collections::VecDeque;

/// The card that gives each card its theme; `None` where a card has no link. `up` leads towards why. A priority that
/// more than `most` cards serve is told by its objectives.
pub(super) fn themes(kinds: &[K], up: &[Vec<usize>], most: usize) -> Vec<Option<usize>> {
    let mut down = vec![Vec::new(); up.len()];
    for (card, above) in up.iter().enumerate() {
        for other in above {
            down[*other].push(card);
        }
    }
    let priority = nearest(&down, |card| kinds[card] == K::Priority);
    let objective = nearest(&down, |card| kinds[card] == K::Objective);
    let mut serve = vec![0_usize; up.len()];
    for theme in priority.iter().flatten() {
        serve[*theme] += 1;
    }
    let few = priority
        .iter()
        .map(|it| it.filter(|theme| serve[*theme] <= most));
    let mut themes: Vec<Option<usize>> = few
        .zip(&objective)
        .zip(&priority)
        .map(|((few, objective), priority)| few.or(*objective).or(*priority))
        .collect();
    for card in 0..up.len() {
        if kinds[card] == K::Driver {
            themes[card] = down[card].iter().find_map(|answer| themes[*answer]);
        }
    }
    together(up, &down, &mut themes);
    themes
}

/// For each card the nearest one of which `is` holds and from which `next` leads to it: from all of them at once, so
/// that whoever arrives first is nearest. A ring of parts is walked once.
fn nearest(next: &[Vec<usize>], is: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut found = vec![None; next.len()];
    let mut ring: VecDeque<usize> = (0..next.len()).filter(|card| is(*card)).collect();
    for card in &ring {
        found[*card] = Some(*card);
    }
    while let Some(card) = ring.pop_front() {
        for other in &next[card] {
            if found[*other].is_none() {
                found[*other] = found[card];
                ring.push_back(*other);
            }
        }
    }
    found
}

/// What serves neither hangs together along its links, and is told by the first of them.
fn together(up: &[Vec<usize>], down: &[Vec<usize>], themes: &mut [Option<usize>]) {
    for first in 0..themes.len() {
        if themes[first].is_some() || (up[first].is_empty() && down[first].is_empty()) {
            continue;
        }
        themes[first] = Some(first);
        let mut open = vec![first];
        while let Some(card) = open.pop() {
            for other in up[card].iter().chain(&down[card]) {
                if themes[*other].is_none() {
                    themes[*other] = Some(first);
                    open.push(*other);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{K, themes};

    #[test]
    fn a_card_belongs_to_the_priority_else_the_objective_else_its_whole_and_a_lone_one_to_nothing()
    {
        let kinds = [
            K::Driver,
            K::Priority,
            K::Objective,
            K::Initiative,
            K::Objective,
            K::Initiative,
            K::Initiative,
            K::Initiative,
            K::Initiative,
        ];
        let up = [
            vec![],
            vec![0],
            vec![1],
            vec![2],
            vec![],
            vec![4],
            vec![],
            vec![6],
            vec![],
        ];
        let one = Some(1);
        let told = [one, one, one, one, Some(4), Some(4), Some(6), Some(6), None];
        assert_eq!(themes(&kinds, &up, 9), told);
        let large = themes(&kinds, &up, 2);
        assert_eq!(large[2..4], [Some(2), Some(2)], "told by its objective");
    }

    #[test]
    fn rings_and_two_hundred_levels_of_parts_end() {
        let ring = [vec![1], vec![2], vec![0]];
        assert_eq!(themes(&[K::System; 3], &ring, 9), [Some(0); 3]);
        let tower: Vec<Vec<usize>> = (0..200_usize)
            .map(|n| n.checked_sub(1).into_iter().collect())
            .collect();
        assert_eq!(themes(&[K::System; 200], &tower, 9), [Some(0); 200]);
    }
}
