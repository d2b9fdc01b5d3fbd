//! `cargo xtask bench [NAME]`: runs the benchmarks. Each writes `target/bench/NAME.json` and prints its own table
//! of ratios, with the peer or the limit that each figure is held against.

use std::process::{Command, ExitCode};

use crate::fault::Fault;
use crate::packages::{Need, browser};
use crate::place::Place;
use crate::spawn::{cargo, loudly};
use crate::{node, packages};

struct Bench {
    name: &'static str,
    measures: &'static str,
    run: fn(&Place) -> Result<Command, Fault>,
}

const BENCHES: [Bench; 10] = [
    Bench {
        name: "portfolio",
        measures: "edits, rules and saving on 10,000 elements, against their time budgets",
        run: portfolio,
    },
    Bench {
        name: "file",
        measures: "opening and saving, against SQLite alone on the same rows",
        run: file,
    },
    Bench {
        name: "rules",
        measures: "all rules, and the findings after one edit, against SQLite and a frame",
        run: rules,
    },
    Bench {
        name: "ladder",
        measures: "the score with its draws, against a tenth of a second, and why it changed, against one run",
        run: ladder,
    },
    Bench {
        name: "layout",
        measures: "tidying maps of up to 10,000 cards, against a second",
        run: layout,
    },
    Bench {
        name: "search",
        measures: "the palette on 10,000 elements, against a plain scan and 20 ms a letter",
        run: search,
    },
    Bench {
        name: "canvas",
        measures: "the canvas in Chromium against React Flow and Cytoscape.js in the same run, and in WebKitGTK",
        run: canvas,
    },
    Bench {
        name: "pictures",
        measures: "a PNG of 2,000 and 10,000 cards with their links, against the bare encoder",
        run: pictures,
    },
    Bench {
        name: "reading",
        measures: "records into a scene at 10,000 cards, the first time and after each kind of edit",
        run: reading,
    },
    Bench {
        name: "memory",
        measures: "twenty minutes of work on the map: how live objects and the browser's memory grow",
        run: memory,
    },
];

/// # Errors
/// When no benchmark has that name, or one cannot run or does not hold its limits.
pub(crate) fn bench(place: &Place, name: Option<&str>) -> Result<ExitCode, Fault> {
    let chosen: Vec<&Bench> = BENCHES
        .iter()
        .filter(|bench| name.is_none_or(|name| name == bench.name))
        .collect();
    if chosen.is_empty() {
        let known: Vec<String> = BENCHES
            .iter()
            .map(|bench| format!("  {:<10} {}", bench.name, bench.measures))
            .collect();
        return Err(Fault::usage(format!(
            "There is no benchmark of that name. There are:\n{}",
            known.join("\n")
        )));
    }
    let results = place.root.join("target").join("bench");
    std::fs::create_dir_all(&results)
        .map_err(|cause| Fault::new(format!("{} cannot be made: {cause}.", results.display())))?;
    for bench in chosen {
        println!("\n── {}: {}", bench.name, bench.measures);
        let file = results.join(format!("{}.json", bench.name));
        loudly((bench.run)(place)?.env("THROUGHLINE_BENCH", &file))?;
        println!("written: {}", file.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn portfolio(place: &Place) -> Result<Command, Fault> {
    of_portfolio(place, "portfolio")
}

fn file(place: &Place) -> Result<Command, Fault> {
    of_portfolio(place, "file")
}

fn rules(place: &Place) -> Result<Command, Fault> {
    of_portfolio(place, "rules")
}

fn ladder(place: &Place) -> Result<Command, Fault> {
    of_portfolio(place, "ladder")
}

fn layout(place: &Place) -> Result<Command, Fault> {
    of_portfolio(place, "layout")
}

fn pictures(place: &Place) -> Result<Command, Fault> {
    of_package(place, "press", "pictures")
}

fn of_portfolio(place: &Place, name: &str) -> Result<Command, Fault> {
    of_package(place, "portfolio", name)
}

fn of_package(place: &Place, package: &str, name: &str) -> Result<Command, Fault> {
    packages::ensure(&[Need::Compile])?;
    let mut command = cargo(&place.root);
    command.args(["bench", "--package", package, "--bench", name]);
    Ok(command)
}

fn search(place: &Place) -> Result<Command, Fault> {
    node::ensure(&place.ui())?;
    Ok(node::npm(&place.ui(), &["run", "bench:search"]))
}

fn reading(place: &Place) -> Result<Command, Fault> {
    node::ensure(&place.ui())?;
    Ok(node::npm(&place.ui(), &["run", "bench:reading"]))
}

fn canvas(place: &Place) -> Result<Command, Fault> {
    in_browser(place, "bench:canvas")
}

fn memory(place: &Place) -> Result<Command, Fault> {
    in_browser(place, "bench:memory")
}

fn in_browser(place: &Place, script: &str) -> Result<Command, Fault> {
    packages::ensure(&[Need::Browser])?;
    node::ensure(&place.ui())?;
    let mut command = node::npm(&place.ui(), &["run", script]);
    if let Some(browser) = browser() {
        command.env("THROUGHLINE_BROWSER", browser);
    }
    Ok(command)
}
