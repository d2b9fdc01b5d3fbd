//! Names for files that are made beside another one: they say what they are and take nobody's place.

use crate::model::Lang;
use crate::store::computer;
use std::path::{Path, PathBuf};

/// `NAME (copy, LAPTOP-7, 2026-11-26 09.12).thru`
pub(super) fn copy(path: &Path, lang: Lang) -> PathBuf {
    let word = match lang {
        Lang::En => "copy",
        Lang::Fr => "copie",
    };
    // Neither a colon nor a slash may stand in a name.
    let when = chrono::Local::now().format("%Y-%m-%d %H.%M");
    beside(path, &format!("{word}, {}, {when}", plain(&computer())))
}

/// `NAME (recovered).thru`
pub(super) fn recovered(path: &Path, lang: Lang) -> PathBuf {
    beside(
        path,
        match lang {
            Lang::En => "recovered",
            Lang::Fr => "récupéré",
        },
    )
}

fn plain(text: &str) -> String {
    text.chars()
        .map(|it| match it {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            it if it.is_control() => '-',
            it => it,
        })
        .collect()
}

/// With a number behind it when the name is taken.
fn beside(path: &Path, what: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut free = path.with_file_name(format!("{stem} ({what}).thru"));
    let mut number = 2_u32;
    while free.exists() {
        free = path.with_file_name(format!("{stem} ({what}) {number}.thru"));
        number += 1;
    }
    free
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_taken_name_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.thru");
        let first = recovered(&path, Lang::En);
        assert_eq!(first, folder.path().join("a (recovered).thru"));
        std::fs::write(&first, "").unwrap();
        assert_eq!(
            recovered(&path, Lang::En),
            folder.path().join("a (recovered) 2.thru")
        );
    }

    #[test]
    fn a_copy_is_called_after_computer_and_time_without_signs_that_a_system_forbids() {
        let name = copy(Path::new("/x/a.thru"), Lang::Fr);
        let name = name.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with("a (copie, "), "{name}");
        assert!(!name.contains([':', '/']), "{name}");
        assert_eq!(plain("A:B/C"), "A-B-C");
    }
}
