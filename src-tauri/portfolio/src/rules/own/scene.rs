//! Collects what rules of one's own look at around an element. The only file here that reaches records, and it does
//! so through the context, which notes every look: after an edit only those elements are judged again that had
//! looked at what changed.

use super::bounds::LONGEST_LIST;
use super::fact::{Needs, Scene, Thing, Things};
use super::fields::{self, LISTS};
use crate::rules::Context;
use crate::rules::context::reads::Memo;

/// Scenes of one run; an element that stands in many of them is read once.
pub(super) struct Scenes<'c, 'a> {
    ctx: &'c Context<'a>,
    things: Memo<Thing>,
    /// The fields that any of the rules of this run needs.
    fields: u128,
}

impl<'c, 'a> Scenes<'c, 'a> {
    pub(super) fn new(ctx: &'c Context<'a>, fields: u128) -> Self {
        Self {
            ctx,
            things: Memo::new(ctx.len()),
            fields,
        }
    }

    /// The scene around an element, with the lists that are needed.
    pub(super) fn of(&self, number: usize, needs: Needs) -> Scene {
        let mut lists: [Option<Things>; LISTS] = Default::default();
        for (place, list) in lists.iter_mut().enumerate() {
            if needs.lists[place] {
                *list = Some(self.list(number, place));
            }
        }
        Scene {
            today: Some(self.ctx.as_of),
            element: Some(fields::thing(self.ctx, number, needs.fields, false)),
            lists,
        }
    }

    fn list(&self, number: usize, place: usize) -> Things {
        let ctx = self.ctx;
        match place {
            0 => self.things(ctx.contributions_up(number).map(|it| it.to)),
            1 => self.things(ctx.contributions_down(number).map(|it| it.to)),
            2 => self.things(ctx.above(number).iter().copied()),
            3 => self.things(ctx.below(number).iter().copied()),
            4 => self.things(ctx.indicators(number).into_iter()),
            _ => {
                let all = ctx.reports(number);
                // The latest reports count; what is too old is left out.
                let from = all.len().saturating_sub(LONGEST_LIST);
                Things {
                    cut_from: (from > 0).then_some(all.len()),
                    all: all[from..]
                        .iter()
                        .map(|(date, it)| fields::report(*date, it))
                        .collect(),
                }
            }
        }
    }

    fn things(&self, numbers: impl Iterator<Item = usize>) -> Things {
        let mut all = Vec::new();
        let mut count = 0;
        for number in numbers {
            count += 1;
            if all.len() < LONGEST_LIST {
                let make = || fields::thing(self.ctx, number, self.fields, true);
                let thing = self.things.get(number, &self.ctx.reads, make);
                all.push(Thing::clone(&thing));
            }
        }
        Things {
            cut_from: (count > all.len()).then_some(count),
            all: all.into(),
        }
    }
}
