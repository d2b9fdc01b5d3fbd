//! Initiatives of different sources that are the same by their key or by nearly the same name.
//!
//! Two sets of words that share so large a part must share one of their rarest words already: only initiatives that
//! do are compared, so that the time does not grow with the square of their number.

use crate::model::{Element, ElementKind};
use crate::rules::Context;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What more initiatives than this have in common names none of them.
const MOST_NAMESAKES: usize = 50;

struct Candidate<'a> {
    number: usize,
    element: &'a Element,
    sources: Arc<Vec<String>>,
    words: Arc<BTreeSet<String>>,
}

/// The pairs, each with the lower number first, in order. `least` is the share of the words of the longer name that
/// both must have.
pub(super) fn twins(ctx: &Context<'_>, least: f64) -> BTreeSet<(usize, usize)> {
    let known: Vec<(usize, &Element, Arc<Vec<String>>)> = ctx
        .of_kind(ElementKind::Initiative)
        .map(|(number, element)| (number, element, ctx.sources_of(number)))
        .filter(|(.., sources)| !sources.is_empty())
        .collect();
    // Those of one source only cannot be told by another.
    if known
        .windows(2)
        .all(|it| it[0].2 == it[1].2 && it[0].2.len() == 1)
    {
        return BTreeSet::new();
    }
    let candidates: Vec<Candidate<'_>> = known
        .into_iter()
        .map(|(number, element, sources)| Candidate {
            number,
            element,
            sources,
            words: ctx.name_of(number),
        })
        .collect();
    // Buckets come in any order; the set of pairs does not.
    let mut pairs = BTreeSet::new();
    let names = by_rare_words(&candidates, least);
    let keys = by_key(&candidates);
    for bucket in names.values().filter(|it| it.len() <= MOST_NAMESAKES) {
        pairs.extend(paired(bucket, |a, b| same_name(a, b, least)));
    }
    for bucket in keys.values().filter(|it| it.len() <= MOST_NAMESAKES) {
        pairs.extend(paired(bucket, |a, b| !a.words.is_disjoint(&b.words)));
    }
    pairs.retain(|(a, b)| !are_linked(ctx, *a, *b));
    pairs
}

fn by_rare_words<'c, 'a>(
    candidates: &'c [Candidate<'a>],
    least: f64,
) -> HashMap<&'c str, Vec<&'c Candidate<'a>>> {
    let mut frequency: HashMap<&str, usize> = HashMap::new();
    for word in candidates.iter().flat_map(|it| it.words.iter()) {
        *frequency.entry(word).or_default() += 1;
    }
    let mut buckets: HashMap<&str, Vec<&Candidate<'_>>> = HashMap::new();
    for candidate in candidates {
        let mut words: Vec<&str> = candidate.words.iter().map(String::as_str).collect();
        words.sort_by_key(|word| (frequency.get(word).copied(), *word));
        // The smallest part that another name can share, less one: what is left holds a shared word for sure.
        let shared = needed(words.len(), least);
        for word in words.iter().take(words.len() + 1 - shared.max(1)) {
            buckets.entry(word).or_default().push(candidate);
        }
    }
    buckets
}

fn by_key<'c, 'a>(candidates: &'c [Candidate<'a>]) -> HashMap<&'c str, Vec<&'c Candidate<'a>>> {
    let mut buckets: HashMap<&str, Vec<&Candidate<'_>>> = HashMap::new();
    for candidate in candidates {
        let keys = candidate.element.external_keys.iter();
        // A bare number is the key of something in every list.
        for key in keys.filter(|it| it.key.chars().any(char::is_alphabetic)) {
            buckets.entry(&key.key).or_default().push(candidate);
        }
    }
    buckets
}

fn paired<'c>(
    bucket: &'c [&'c Candidate<'c>],
    same: impl Fn(&Candidate<'_>, &Candidate<'_>) -> bool + 'c,
) -> impl Iterator<Item = (usize, usize)> + 'c {
    let pairs = bucket
        .iter()
        .enumerate()
        .flat_map(|(n, a)| bucket[n + 1..].iter().map(move |b| (*a, *b)));
    pairs
        .filter(|(a, b)| !a.sources.iter().any(|it| b.sources.contains(it)))
        .filter(move |(a, b)| same(a, b))
        .map(|(a, b)| (a.number.min(b.number), a.number.max(b.number)))
}

/// How many of so many words make up the share.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "titles have few words"
)]
fn needed(words: usize, least: f64) -> usize {
    ((words as f64 * least.clamp(0.0, 1.0) - 1e-9).ceil() as usize).min(words)
}

/// Nearly the same words, and the same numbers: “Wave 1” is not “Wave 2”. One word alone must be the whole title.
fn same_name(a: &Candidate<'_>, b: &Candidate<'_>, least: f64) -> bool {
    let shared = a.words.intersection(&b.words).count();
    let longer = a.words.len().max(b.words.len());
    let with_digit = |it: &&String| it.chars().any(|c| c.is_ascii_digit());
    let alike = shared >= needed(longer, least).max(1)
        && a.words
            .symmetric_difference(&b.words)
            .all(|it| !with_digit(&it));
    let plain = |it: &Element| it.title.trim().to_lowercase();
    alike && (shared > 1 || plain(a.element) == plain(b.element))
}

/// A part and its programme may share their name without being the same.
fn are_linked(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let (one, other) = (&ctx.element(a).id, &ctx.element(b).id);
    ctx.links_from(a).any(|it| it.to == *other) || ctx.links_from(b).any(|it| it.to == *one)
}
