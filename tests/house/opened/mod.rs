//! One open portfolio, as a window or the command line sees it: steps, the past, imports again, packs, languages.

mod again;
mod languages;
mod packs;
mod past;
mod steps;

use portfolio::edit::{Edit, Patch};
use portfolio::fixture::draw;
use portfolio::model::{ElementId, ElementKind, Lang, LinkId, LinkKind};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use std::path::{Path, PathBuf};

const CLINIC: &str = r#"
    setting    title="Clinic"
    source     pmo  "Register"
    objective  wait "Wait less"
    initiative desk "Desks" state=active budget="100 EUR" -> wait
    indicator  mins "Minutes" measures wait
    reading    mins 2026-09-30 31 id=seen source=pmo
    canvas     map  "Map" shows=wait,desk
"#;

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn clinic(&self) -> Workspace {
        let portfolio = draw(CLINIC).unwrap().portfolio();
        let mut workspace =
            Workspace::create_from(&self.path("a.thru"), &portfolio, Lang::En).unwrap();
        workspace.set_as_of("2026-11-22".parse().unwrap());
        workspace
    }
}

/// Closed and opened again, as on the next morning.
fn next_day(workspace: Workspace) -> Workspace {
    let path = workspace.path().to_owned();
    workspace.close().unwrap();
    opened(&path)
}

fn opened(path: &Path) -> Workspace {
    let mut workspace = Workspace::open(path, Access::ReadWrite, Lang::En).unwrap();
    workspace.set_as_of("2026-11-22".parse().unwrap());
    workspace
}

fn id(name: &str) -> ElementId {
    ElementId::new(name)
}

fn add(name: &str, kind: ElementKind, title: &str) -> Edit {
    Edit::AddElement {
        id: id(name),
        kind,
        title: title.to_owned(),
        spot: None,
    }
}

fn set(name: &str, patch: Patch) -> Edit {
    Edit::Set {
        element: id(name),
        patch,
    }
}

fn rename(name: &str, title: &str) -> Edit {
    set(name, Patch::Title(title.to_owned()))
}

fn connect(name: &str, from: &str, to: &str, kind: LinkKind) -> Edit {
    Edit::Connect {
        id: LinkId::new(name),
        from: id(from),
        to: id(to),
        kind,
    }
}

fn remove(name: &str) -> Edit {
    Edit::Remove {
        elements: vec![id(name)],
    }
}
