//! What one record names of others, and what it expects to find there.
//!
//! The one list of references. Whoever brings records together (a document, a merge, what was read from a damaged
//! file) asks it whether everything that is named is there.

use super::{Detail, ElementKind, LinkDetail, Noun, Record};

/// What has to stand under an id that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    Element,
    Indicator,
    Assumption,
    Reading,
    Canvas,
    Source,
    /// What a finding can be about: an element, a link, or the portfolio as a whole, named by its settings.
    Subject,
}

impl Want {
    /// Where to look for it.
    #[must_use]
    pub fn nouns(self) -> &'static [Noun] {
        match self {
            Self::Element | Self::Indicator | Self::Assumption => &[Noun::Element],
            Self::Reading => &[Noun::Reading],
            Self::Canvas => &[Noun::Canvas],
            Self::Source => &[Noun::Source],
            Self::Subject => &[Noun::Element, Noun::Link, Noun::Settings],
        }
    }

    #[must_use]
    pub fn meets(self, record: &Record) -> bool {
        match (self, record) {
            (Self::Element, Record::Element(_))
            | (Self::Canvas, Record::Canvas(_))
            | (Self::Source, Record::Source(_))
            | (Self::Reading, Record::Reading(_))
            | (Self::Subject, Record::Element(_) | Record::Link(_) | Record::Settings(_)) => true,
            (Self::Assumption, Record::Element(it)) => it.kind() == ElementKind::Assumption,
            (Self::Indicator, Record::Element(it)) => it.kind() == ElementKind::Indicator,
            _ => false,
        }
    }
}

/// One id named by a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'a> {
    pub field: &'static str,
    /// Its number where the field is a list.
    pub at: Option<usize>,
    pub id: &'a str,
    pub want: Want,
    /// The record cannot stand without it; otherwise it only mentions it.
    pub needed: bool,
}

impl Record {
    /// Every id that the record names.
    #[must_use]
    pub fn references(&self) -> Vec<Reference<'_>> {
        let need = |field, id, want| Reference {
            field,
            at: None,
            id,
            want,
            needed: true,
        };
        let mention = |field, id, want| Reference {
            needed: false,
            ..need(field, id, want)
        };
        let nth = |field, (at, id), want| Reference {
            at: Some(at),
            ..mention(field, id, want)
        };
        let mut all = Vec::new();
        match self {
            Self::Element(it) => {
                let proof = it.why.proof.iter();
                all.extend(proof.map(|id| mention("why.proof", id.as_str(), Want::Element)));
                if let Detail::Decision(decision) = &it.detail {
                    let premises = decision.premises.iter().map(|id| id.as_str()).enumerate();
                    all.extend(premises.map(|it| nth("premises", it, Want::Reading)));
                }
            }
            Self::Link(it) => {
                all.push(need("from", it.from.as_str(), Want::Element));
                all.push(need("to", it.to.as_str(), Want::Element));
                match &it.detail {
                    LinkDetail::ConflictsWith { guard_rail } => {
                        let rail = guard_rail.iter();
                        all.extend(
                            rail.map(|id| mention("guard_rail", id.as_str(), Want::Indicator)),
                        );
                    }
                    LinkDetail::Contribution(it) => {
                        let beliefs = it.assumptions.iter().map(|id| id.as_str()).enumerate();
                        all.extend(beliefs.map(|it| nth("assumptions", it, Want::Assumption)));
                        let moved = it.expects.iter().flat_map(|it| &it.indicator);
                        all.extend(
                            moved.map(|id| {
                                mention("expects.indicator", id.as_str(), Want::Indicator)
                            }),
                        );
                    }
                    _ => {}
                }
            }
            Self::Placement(it) => {
                all.push(need("canvas", it.canvas.as_str(), Want::Canvas));
                all.push(need("element", it.element.as_str(), Want::Element));
            }
            Self::Note(it) => {
                all.push(need("canvas", it.canvas.as_str(), Want::Canvas));
                let about = it.about.iter();
                all.extend(about.map(|id| mention("about", id.as_str(), Want::Element)));
            }
            Self::Reading(it) => {
                all.push(need("indicator", it.indicator.as_str(), Want::Indicator));
                let source = it.source.iter();
                all.extend(source.map(|id| mention("source", id.as_str(), Want::Source)));
            }
            Self::StatusReport(it) => {
                all.push(need("element", it.element.as_str(), Want::Element));
                let source = it.source.iter();
                all.extend(source.map(|id| mention("source", id.as_str(), Want::Source)));
            }
            Self::Waiver(it) => all.push(need("subject", it.subject.as_str(), Want::Subject)),
            Self::Import(it) => all.push(need("source", it.source.as_str(), Want::Source)),
            Self::Canvas(_) | Self::Source(_) | Self::OwnRule(_) | Self::Settings(_) => {}
        }
        all
    }

    /// The record without what it only mentions and what is not there; `None` when it cannot stand.
    #[must_use]
    pub fn standing(mut self, is_there: impl Fn(Reference<'_>) -> bool) -> Option<Self> {
        let gone = |record: &Self, id: &str| {
            let mut of = record.references().into_iter();
            of.any(|it| it.id == id && !is_there(it))
        };
        if self
            .references()
            .iter()
            .any(|it| it.needed && !is_there(*it))
        {
            return None;
        }
        let copy = self.clone();
        match &mut self {
            Self::Element(it) => {
                it.why.proof.take_if(|id| gone(&copy, id.as_str()));
                if let Detail::Decision(decision) = &mut it.detail {
                    decision.premises.retain(|id| !gone(&copy, id.as_str()));
                }
            }
            Self::Link(it) => match &mut it.detail {
                LinkDetail::ConflictsWith { guard_rail } => {
                    guard_rail.take_if(|id| gone(&copy, id.as_str()));
                }
                LinkDetail::Contribution(it) => {
                    it.assumptions.retain(|id| !gone(&copy, id.as_str()));
                    // Without its indicator a movement has no unit, and must not be read in that of another.
                    it.expects.take_if(|it| {
                        let indicator = it.indicator.as_ref();
                        indicator.is_some_and(|id| gone(&copy, id.as_str()))
                    });
                }
                _ => {}
            },
            Self::Reading(it) => drop(it.source.take_if(|id| gone(&copy, id.as_str()))),
            Self::StatusReport(it) => drop(it.source.take_if(|id| gone(&copy, id.as_str()))),
            _ => {}
        }
        Some(self)
    }
}
