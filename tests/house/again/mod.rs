//! Importing again: two files one after the other, and what came of them. The cases stand beside this file.
//!
//! ```text
//! == What the case shows
//! + objective o "Shorter waits"        drawn in the portfolio before anything is imported
//! from Register                        the source of both files; otherwise each file is one by its name
//! 1 Ref,Project name,Owner             the first file, and `2` the second
//! ? second => 1 created, 2 there       a question and its answer
//! ```
//!
//! `first` and `second` are the reports of the imports, without what is nought; `preview` is what the second was foreseen
//! to find. `titles`, `sources`, `imports`, `links` and `reports` are those of the portfolio afterwards; `owner`, `keys`,
//! `budget`, `state`, `why`, `tags` and `part of` are asked with a title. The second import is taken back in the end, which
//! has to leave what the first had made.

mod since;

use portfolio::exchange::Mapping;
use portfolio::fixture::draw;
use portfolio::model::{Element, ElementKind, Field, Lang, LinkDetail, Maybe, Portfolio};
use portfolio::workspace::{ImportReport, Workspace};
use std::path::Path;

struct Done {
    first: ImportReport,
    second: Result<ImportReport, String>,
    foreseen: Result<u32, String>,
    portfolio: Portfolio,
}

fn file(folder: &Path, name: &str, lines: &[&str]) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, lines.join("\n") + "\n").unwrap();
    path
}

fn done(name: &str, lines: &[&str]) -> Done {
    let some = |mark: &str| -> Vec<&str> {
        let own = lines.iter().filter_map(|it| it.strip_prefix(mark));
        own.collect()
    };
    let folder = tempfile::tempdir().unwrap();
    let drawn = draw(&some("+ ").join("\n")).unwrap_or_else(|why| panic!("{name}: {why}"));
    let path = folder.path().join("p.thru");
    let mut workspace = Workspace::create_from(&path, &drawn.portfolio(), Lang::En).unwrap();
    let source = some("from ").first().copied();
    let one = file(folder.path(), "first.csv", &some("1 "));
    let other = file(folder.path(), "second.csv", &some("2 "));
    let mapping = Mapping::default();
    let first = workspace.import(&one, &mapping, source).unwrap().report;
    let between = workspace.portfolio().clone();
    let foreseen = workspace.preview(&other, &mapping, Lang::En);
    let foreseen = foreseen.map(|(_, there)| there).map_err(|it| it.message.en);
    let second = workspace.import(&other, &mapping, source);
    let portfolio = workspace.portfolio().clone();
    match &second {
        Ok(it) if !it.changed.diff.is_empty() => {
            workspace.undo().unwrap();
        }
        Ok(_) => assert!(
            portfolio == between,
            "{name}: it was no step and changed something"
        ),
        Err(_) => {}
    }
    assert!(
        *workspace.portfolio() == between,
        "{name}: the second import was not taken back"
    );
    Done {
        first,
        second: second.map(|it| it.report).map_err(|it| it.message.en),
        foreseen,
        portfolio,
    }
}

fn report(it: &ImportReport) -> String {
    let counts = [
        (it.created, "created"),
        (it.already_there, "there"),
        (it.links_proposed, "proposed"),
        (it.set_aside, "set aside"),
        (it.ignored, "ignored"),
        (it.problems, "problems"),
    ];
    let some = counts.iter().filter(|(count, _)| *count > 0);
    listed(some.map(|(count, what)| format!("{count} {what}")))
}

fn listed(all: impl IntoIterator<Item = String>) -> String {
    let all: Vec<String> = all.into_iter().collect();
    if all.is_empty() {
        "none".to_owned()
    } else {
        all.join(", ")
    }
}

fn value<T: ToString>(field: &Field<T>) -> String {
    match field {
        None => "open".to_owned(),
        Some(Maybe::Known(it)) => it.to_string(),
        Some(Maybe::Missing(gap)) => format!("missing, “{}”", gap.said),
    }
}

fn word(of: impl serde::Serialize) -> String {
    let value = serde_json::to_value(of).unwrap();
    value.as_str().unwrap().to_owned()
}

fn answer(of: &Done, asked: &str) -> String {
    let portfolio = &of.portfolio;
    let title = |id| portfolio.element(id).map_or("?", |it| it.title.as_str());
    match asked {
        "first" => report(&of.first),
        "second" => of.second.as_ref().map_or_else(Clone::clone, report),
        "preview" => match &of.foreseen {
            Ok(there) => format!("{there} there"),
            Err(why) => why.clone(),
        },
        "titles" => {
            let all = portfolio.of_kind(ElementKind::Initiative);
            let mut all: Vec<String> = all.map(|it| it.title.clone()).collect();
            all.sort();
            listed(all)
        }
        "sources" => {
            let mut all: Vec<String> = portfolio.sources().map(|it| it.title.clone()).collect();
            all.sort();
            listed(all)
        }
        "imports" => {
            let mut all: Vec<String> = portfolio
                .imports()
                .map(|it| {
                    let aside = it.quarantined.join("; ");
                    format!("{} {} {aside}", it.file, it.created)
                        .trim()
                        .to_owned()
                })
                .collect();
            all.sort();
            listed(all)
        }
        "links" => {
            let told = portfolio.links().map(|it| {
                let state = match &it.detail {
                    LinkDetail::Contribution(it) => word(it.state),
                    other => word(other.kind()),
                };
                format!("{} {state} {}", title(&it.from), title(&it.to))
            });
            let mut told: Vec<String> = told.collect();
            told.sort();
            listed(told)
        }
        "reports" => {
            let told = portfolio.statuses().map(|it| {
                let status = it.status.map_or("unrated".to_owned(), word);
                format!("{} {} {status}", title(&it.element), value(&it.date))
            });
            let mut told: Vec<String> = told.collect();
            told.sort();
            listed(told)
        }
        other => {
            let fields = ["owner", "keys", "budget", "state", "why", "tags", "part of"];
            let own = fields.iter().find_map(|it| {
                let title = other.strip_prefix(it)?.strip_prefix(' ')?;
                Some((*it, title))
            });
            let (field, title) = own.unwrap_or_else(|| panic!("{other} is not asked"));
            let mut all = portfolio.elements();
            let element = all.find(|it| it.title == title).expect(title);
            of_element(portfolio, element, field)
        }
    }
}

fn of_element(portfolio: &Portfolio, element: &Element, field: &str) -> String {
    let initiative = element.initiative().unwrap();
    match field {
        "owner" => value(&element.owner),
        "keys" => {
            let keys = element.external_keys.iter();
            listed(keys.map(|it| format!("{}:{}", it.source, it.key)))
        }
        "budget" => match &initiative.budget {
            Some(Maybe::Known(it)) => format!("{} {}", it.amount.normalize(), it.currency),
            other => value(&other.as_ref().map(|it| match it {
                Maybe::Missing(gap) => Maybe::<String>::Missing(gap.clone()),
                Maybe::Known(_) => Maybe::Known(String::new()),
            })),
        },
        "state" => match &initiative.state {
            Some(Maybe::Known(it)) => word(it),
            _ => "open".to_owned(),
        },
        "why" => element.why.text.clone(),
        "tags" => listed(element.tags.clone()),
        _ => {
            let up = portfolio.links_from(&element.id);
            let up = up.filter(|it| matches!(it.detail, LinkDetail::PartOf));
            let title =
                |it: &portfolio::model::Link| portfolio.element(&it.to).unwrap().title.clone();
            listed(up.map(title))
        }
    }
}

#[test]
fn two_files_one_after_the_other_come_to_what_the_cases_say() {
    let text = include_str!("imported.cases");
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in text.split("\n== ").skip(1) {
        let lines: Vec<&str> = case.lines().collect();
        let done = done(lines[0], &lines[1..]);
        for line in lines.iter().filter_map(|it| it.strip_prefix("? ")) {
            let (asked, wanted) = line.split_once(" =>").expect(line);
            let found = answer(&done, asked.trim());
            count += 1;
            if found != wanted.trim() {
                wrong.push(format!("{}\n  ? {asked}\n  found  {found}", lines[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 60, "only {count} questions");
}
