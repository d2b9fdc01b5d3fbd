//! Documents as they are published, one for each noun of the model: what is drawn above the line is written as it stands
//! below it, byte for byte, and read back as what was drawn. Who reads these files elsewhere relies on every name in them.

use crate::exchange::json::{read, write};
use crate::fixture::draw;
use crate::model::Portfolio;

#[track_caller]
fn stands(name: &str, case: &str) {
    let (drawing, document) = case.split_once("---\n").expect("a line between the two");
    let drawn = draw(drawing).unwrap_or_else(|why| panic!("{name}: {why}"));
    let portfolio = drawn.portfolio();
    let written = write(&portfolio).unwrap();
    if written != document {
        let differs = written.lines().zip(document.lines()).enumerate();
        let first = differs.into_iter().find(|(_, (is, was))| is != was);
        panic!("{name}: {first:?}\n{written}");
    }
    let read = read(name, document.as_bytes()).unwrap_or_else(|why| panic!("{}", why.message.en));
    assert!(
        Portfolio::from_records(read) == portfolio,
        "{name}: read back as something else"
    );
}

macro_rules! documents {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                stands(
                    stringify!($name),
                    include_str!(concat!("golden/", stringify!($name), ".txt")),
                );
            }
        )*
    };
}

documents! {
    driver
    priority
    objective
    outcome
    change
    capability
    initiative
    system
    team
    indicator
    assumption
    decision
    person
    term
    contribution
    links
    readings
    reports
    sources
    waivers
    settings
    canvases
    texts
}
