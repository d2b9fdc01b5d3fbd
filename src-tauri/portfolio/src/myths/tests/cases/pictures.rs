//! The data of the one picture of each belief, in words.

use super::{listed, money, name, short};
use crate::myths::{
    AgilePicture, MythPicture, ProgressPicture, RitualsPicture, ToolsPicture, WhyPicture,
};

pub(super) fn told(of: &MythPicture) -> String {
    match of {
        MythPicture::Why(it) => why(it),
        MythPicture::Rituals(it) => rituals(it),
        MythPicture::Progress(it) => progress(it),
        MythPicture::Tools(it) => tools(it),
        MythPicture::Agile(it) => agile(it),
    }
}

fn why(it: &WhyPicture) -> String {
    let some = it.shares.iter().filter(|it| it.count > 0);
    let told = some.map(|it| {
        assert_eq!(it.elements.len(), it.count as usize);
        let weight = it.weight.map_or("no weight".to_owned(), short);
        let by = listed(&it.elements, " ");
        format!(
            "{} ({by}) at {weight} and {}",
            name(it.quality),
            money(&it.money)
        )
    });
    listed(told, "; ")
}

fn rituals(it: &RitualsPicture) -> String {
    let told = it.months.iter().map(|it| {
        let (with, without) = (it.with_aim, it.without_aim);
        format!(
            "{} {} {with} with and {without} without",
            it.forum, it.month
        )
    });
    format!("{}; undated {}", listed(told, ", "), it.undated)
}

fn progress(it: &ProgressPicture) -> String {
    assert_eq!(it.points.len(), it.points_count as usize);
    let told = it.points.iter().map(|it| {
        let known = |it: Option<f64>| it.map_or("?".to_owned(), short);
        let budget = it.budget.as_ref().map_or("no budget".to_owned(), |it| {
            format!("{} {}", it.amount.normalize(), it.currency)
        });
        let status = it.status.map_or("unsaid".to_owned(), name);
        let (delivered, moved) = (known(it.delivered), known(it.moved));
        format!(
            "{} {delivered} to {moved}, {budget}, {status}",
            it.initiative
        )
    });
    format!("{}; without {}", listed(told, " / "), it.without)
}

fn tools(it: &ToolsPicture) -> String {
    let told = it.sources.iter().map(|it| {
        let source = if it.source.is_empty() {
            "typed"
        } else {
            &it.source
        };
        let last = it
            .last_import
            .map_or("never".to_owned(), |it| it.to_string());
        let (linked, unlinked) = (money(&it.linked_money), money(&it.unlinked_money));
        format!(
            "{source} {last}: {} linked with {linked}, {} not with {unlinked}",
            it.linked, it.unlinked
        )
    });
    listed(told, " / ")
}

fn agile(it: &AgilePicture) -> String {
    let bands = it.bands.iter().map(|it| {
        let until = it.until_days.map_or(String::new(), |it| it.to_string());
        let counts = [it.moved, it.measured, it.open].map(|it| it.to_string());
        format!("{}..{until} {}", it.from_days, counts.join("-"))
    });
    let points = it.points.iter().map(|it| {
        let moved = if it.moved { " moved" } else { "" };
        let measured = if it.measured { " measured" } else { "" };
        format!("{} {}{moved}{measured}", it.initiative, it.delivered_on)
    });
    format!("{}; {}", listed(bands, ", "), listed(points, ", "))
}
