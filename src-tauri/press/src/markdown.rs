//! The snapshot as Markdown, for a wiki or a mail: the same figures, shorter tables.

use crate::Frozen;
use crate::findings::{FamilyView, Row};
use crate::headline;
use crate::initiatives::{Cell, Mark, Table};
use crate::page::Page;
use crate::words::Words;
use portfolio::model::Lang;

/// The snapshot.
#[must_use]
pub fn markdown(frozen: &Frozen, lang: Lang) -> String {
    let page = Page::new(frozen, lang);
    let w = page.w;
    let c = w.colon;
    let mut out = Lines::default();
    out.line(&format!("# {}", plain(&page.title)));
    out.gap();
    out.line(&format!(
        "{} · {} {} · `{}` · {} {}",
        w.document,
        w.as_of,
        page.as_of,
        page.short_hash,
        w.pack,
        plain(&page.pack),
    ));
    out.gap();
    out.line(&format!("**{}**", headline::plain(&page.headline)));
    out.gap();
    out.line(&page.holds);
    out.gap();
    for bar in &page.bars {
        let parts: Vec<String> = bar
            .segments
            .iter()
            .map(|it| format!("{} {}", it.figure, it.text))
            .collect();
        let whole = if bar.whole.is_empty() {
            String::new()
        } else {
            format!(" ({})", bar.whole)
        };
        out.line(&format!("- {}{}{c} {}", bar.label, whole, parts.join(", ")));
    }
    goals(&mut out, &page);
    findings(&mut out, &page);
    initiatives(&mut out, &page.initiatives, &page);
    coverage(&mut out, &page);
    imports(&mut out, &page);
    out.gap();
    out.line(&format!("{}{c} `{}`", w.hash_of, page.hash));
    out.text
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// One empty line, never two.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.line(&format!("## {text}"));
        self.gap();
    }

    fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn head(&mut self, cells: &[&str]) {
        self.row(cells);
        self.row(&vec!["---"; cells.len()]);
    }
}

/// A text from a file as plain words on one line: nothing in it is read as a mark, a cell border or HTML.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for letter in text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

fn goals(out: &mut Lines, page: &Page) {
    let w = page.w;
    out.heading(w.nav_objectives);
    if page.goals.is_empty() {
        out.line(w.objectives_none);
        return;
    }
    out.head(&[
        w.priority,
        w.objective,
        w.weight,
        w.reaching,
        w.active_budget,
        w.why,
    ]);
    for goal in &page.goals {
        let priorities = if goal.priorities.is_empty() {
            w.no_priority.to_owned()
        } else {
            goal.priorities
                .iter()
                .map(|it| plain(it))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let why = if goal.has_why {
            w.why_written
        } else {
            w.why_missing
        };
        out.row(&[
            priorities,
            plain(&goal.title),
            goal.weight.clone(),
            goal.initiatives.clone(),
            goal.money.join(" + "),
            why.to_owned(),
        ]);
    }
}

fn findings(out: &mut Lines, page: &Page) {
    let w = page.w;
    out.heading(&format!("{} ({})", w.findings, page.finding_count));
    if page.families.is_empty() {
        out.line(w.findings_none);
        out.gap();
    }
    if !page.weighed.is_empty() {
        out.line(&page.weighed);
    }
    for family in &page.families {
        family_of(out, family, page);
    }
}

fn family_of(out: &mut Lines, family: &FamilyView, page: &Page) {
    let w = page.w;
    let c = w.colon;
    out.gap();
    out.line(&format!("### {}", family.title));
    for rule in &family.rules {
        out.gap();
        out.line(&format!(
            "**{}** · {} `{}` ({})",
            plain(&rule.title),
            rule.code,
            rule.name,
            rule.count
        ));
        out.gap();
        if !rule.evidence.is_empty() {
            out.line(&format!(
                "{}{c} {}",
                w.evidence,
                plain(&rule.evidence.join("; "))
            ));
            out.gap();
        }
        for row in &rule.shown {
            finding(out, row, w);
        }
        if !rule.rest.is_empty() {
            out.line(&format!("- {}", rule.more));
        }
        if let Some(advice) = &rule.advice {
            out.gap();
            out.line(&format!("{}{c} {}", w.to_pass, plain(advice)));
        }
    }
}

fn finding(out: &mut Lines, row: &Row, w: &Words) {
    let c = w.colon;
    let money = if row.money.is_empty() {
        String::new()
    } else {
        format!(" ({})", row.money.join(" + "))
    };
    out.line(&format!(
        "- {}{c} {}{money}",
        row.severity,
        plain(&row.message)
    ));
    for evidence in &row.evidence {
        out.line(&format!("  - {}", plain(evidence)));
    }
    if !row.missing.is_empty() {
        out.line(&format!("  - {}{c} {}", w.misses, plain(&row.missing)));
    }
    if let Some(advice) = &row.advice {
        out.line(&format!("  - {}{c} {}", w.to_pass, plain(advice)));
    }
}

fn cell(cell: &Cell) -> String {
    match (cell.look, cell.said.is_empty()) {
        ("value", _) => plain(&cell.text),
        ("gap", false) => format!("*{} ({})*", cell.text, plain(&cell.said)),
        ("gap", true) => format!("*{}*", cell.text),
        _ => "–".to_owned(),
    }
}

fn mark(mark: &Mark) -> String {
    if mark.said.is_empty() {
        format!("{} {}", mark.shape, mark.word)
    } else {
        format!("{} {} ({})", mark.shape, mark.word, plain(&mark.said))
    }
}

fn initiatives(out: &mut Lines, table: &Table, page: &Page) {
    let w = page.w;
    out.heading(&format!(
        "{} ({})",
        w.nav_initiatives, page.initiative_count
    ));
    if table.shown.is_empty() {
        out.line(w.initiatives_none);
        return;
    }
    out.head(&[
        w.initiative,
        w.owner,
        w.state,
        w.delivery,
        w.end,
        w.budget,
        w.reaches,
    ]);
    for row in &table.shown {
        let reaches: Vec<String> = row.reaches.iter().map(|it| plain(it)).collect();
        out.row(&[
            plain(&row.title),
            cell(&row.owner),
            cell(&row.state),
            mark(&row.delivery),
            cell(&row.end),
            cell(&row.budget),
            if reaches.is_empty() {
                w.nothing.to_owned()
            } else {
                reaches.join(", ")
            },
        ]);
    }
    if !table.rest.is_empty() {
        out.gap();
        out.line(&table.more);
    }
}

fn coverage(out: &mut Lines, page: &Page) {
    if page.initiatives.shown.is_empty() {
        return;
    }
    out.heading(page.w.coverage);
    for field in &page.coverage {
        let rest = if field.rest.is_empty() {
            String::new()
        } else {
            format!(" ({})", field.rest)
        };
        let c = page.w.colon;
        out.line(&format!("- {}{c} {}{rest}", field.label, field.known));
    }
}

fn imports(out: &mut Lines, page: &Page) {
    let w = page.w;
    let c = w.colon;
    out.heading(w.sources);
    if page.imports.is_empty() {
        out.line(w.sources_none);
    }
    for it in &page.imports {
        let sheet = if it.sheet.is_empty() {
            String::new()
        } else {
            format!(", {}", plain(&it.sheet))
        };
        let hash = if it.hash.is_empty() {
            String::new()
        } else {
            format!("; `{}`", plain(&it.hash))
        };
        out.line(&format!(
            "- {}{sheet} ({}), {} {}{c} {} {}, {} {}, {} {}{}",
            plain(&it.file),
            plain(&it.source),
            w.imported_on.to_lowercase(),
            it.on,
            w.created.to_lowercase(),
            it.created,
            w.ignored.to_lowercase(),
            it.ignored,
            w.set_aside.to_lowercase(),
            it.set_aside_count,
            hash,
        ));
        for row in &it.set_aside {
            out.line(&format!("  - {}", plain(row)));
        }
    }
}
