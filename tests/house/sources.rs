//! Reading the source tree for the tests that judge it: which files there are, and what each names.

use std::path::{Path, PathBuf};

/// One source file, its path given from the root of the tree with `/` on every system.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The top of the source tree.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("the crate stands two folders below the root")
        .to_path_buf()
}

/// Every file below `folder` with one of the endings, in the order of their paths.
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|found| endings.iter().any(|ending| found == *ending))
            {
                let text = std::fs::read_to_string(&path).expect("source files are UTF-8");
                let from_root = path.strip_prefix(root()).expect("a file below the root");
                let path = from_root.to_string_lossy().replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

impl Source {
    /// The room below `house` the file belongs to: its first folder, or its own name.
    pub(crate) fn room(&self, house: &str) -> &str {
        room_of(&self.path[house.len()..])
    }

    /// The code without comments and without the test module at its end.
    pub(crate) fn code(&self) -> String {
        if self.path.ends_with("/tests.rs") {
            return String::new();
        }
        let product = match self.text.find("#[cfg(test)]\nmod tests") {
            Some(end) => &self.text[..end],
            None => &self.text,
        };
        product
            .lines()
            .map(|line| match line.find("//") {
                // A colon before it is an address in a text, not a comment.
                Some(start) if !line[..start].ends_with(':') => &line[..start],
                _ => line,
            })
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The rooms of the own crate that Rust code names: `crate::model::Id` and `crate::{model, edit::Edit}`.
    pub(crate) fn rust_rooms(&self) -> Vec<String> {
        let code = self.code();
        let mut rooms = Vec::new();
        for (start, mark) in code.match_indices("crate::") {
            let rest = &code[start + mark.len()..];
            match rest.strip_prefix('{') {
                Some(group) => rooms.extend(group_heads(group)),
                None => rooms.push(identifier(rest)),
            }
        }
        rooms
    }

    /// What a TypeScript file imports: packages by name, own files resolved to a path from the root.
    pub(crate) fn imports(&self) -> Vec<String> {
        let code = self.code();
        let mut found = Vec::new();
        for mark in [" from \"", "import \"", "import(\"", "new URL(\""] {
            for (start, _) in code.match_indices(mark) {
                let rest = &code[start + mark.len()..];
                let name = rest.split('"').next().unwrap_or_default();
                found.push(self.resolved(name));
            }
        }
        found
    }

    fn resolved(&self, name: &str) -> String {
        if !name.starts_with('.') {
            return name.to_owned();
        }
        let mut folders: Vec<&str> = self.path.split('/').collect();
        folders.pop();
        for step in name.split('/') {
            match step {
                "." => {}
                ".." => {
                    folders.pop();
                }
                step => folders.push(step),
            }
        }
        folders.join("/")
    }
}

/// The first folder of a path, or the file's name without its ending.
pub(crate) fn room_of(path: &str) -> &str {
    let first = path
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or_default();
    first.split('.').next().unwrap_or_default()
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

/// The first name of each entry of a use group, whose opening brace has been read.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = vec![identifier(group.trim_start())];
    let mut depth = 1;
    for (place, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => heads.push(identifier(group[place + 1..].trim_start())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

#[test]
fn grouped_and_nested_imports_are_all_seen() {
    let source = Source {
        path: "src-tauri/portfolio/src/rules/mod.rs".to_owned(),
        text: "use crate::{\n    edit::{Edit, x},\n    model,\n};\nuse crate::store::Store; // crate::workspace\n".to_owned(),
    };
    assert_eq!(source.rust_rooms(), ["edit", "model", "store"]);
}

#[test]
fn relative_imports_are_resolved_from_the_file() {
    let source = Source {
        path: "ui/src/canvas/kinds/map.ts".to_owned(),
        text: "import { a } from \"../../panels/list\";\nimport x from \"react\";\n".to_owned(),
    };
    assert_eq!(source.imports(), ["ui/src/panels/list", "react"]);
}
