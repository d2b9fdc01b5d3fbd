//! One and the same table in all the bytes that programs save it in: what is read does not depend on them.

use portfolio::exchange::{Encoding, Mapping, Row, Separator, preview, read_rows};
use portfolio::model::Lang;

const TABLE: &str = "\
Projet;Responsable;Échéance;Budget (k€);Remarque
Éclairage du port;Zoé Lefèvre;31/12/2026;1 234,5;À côté de la halle
Cœur de ville;Noël Garçon;30/06/2027;80;« Urgent » d’après le maire
Criée;Ana Ortiz;15/03/2026;12;–
";

fn rows(bytes: &[u8], name: &str) -> Vec<Row> {
    let read = read_rows(bytes, name, &Mapping::default());
    read.unwrap_or_else(|error| panic!("{name}: {error}")).rows
}

fn told(assumption: &str, bytes: &[u8]) -> bool {
    let seen = preview(bytes, "t.csv", &Mapping::default(), Lang::En).unwrap();
    seen.assumptions.iter().any(|it| it.choice == assumption)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = format!("\u{FEFF}{text}");
    marked.encode_utf16().flat_map(bytes).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lost);
    bytes.into_owned()
}

/// Every cell in quotation marks, as some exports have it.
fn quoted(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let cells: Vec<String> = line.split(';').map(|it| format!("\"{it}\"")).collect();
        cells.join(";")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_same_rows_are_read_whatever_the_bytes() {
    let plain = rows(TABLE.as_bytes(), "plain");
    assert_eq!(plain.len(), 3);
    assert_eq!(plain[1].title, "Cœur de ville");
    let forms: Vec<(&str, Vec<u8>)> = vec![
        (
            "with a byte order mark",
            format!("\u{FEFF}{TABLE}").into_bytes(),
        ),
        (
            "with two of them",
            format!("\u{FEFF}\u{FEFF}{TABLE}").into_bytes(),
        ),
        ("as Windows saves it", windows_1252(TABLE)),
        (
            "in two bytes, the small one first",
            utf16(TABLE, u16::to_le_bytes),
        ),
        (
            "in two bytes, the large one first",
            utf16(TABLE, u16::to_be_bytes),
        ),
        (
            "in two bytes without a mark, the small one first",
            utf16(TABLE, u16::to_le_bytes)[2..].to_vec(),
        ),
        (
            "in two bytes without a mark, the large one first",
            utf16(TABLE, u16::to_be_bytes)[2..].to_vec(),
        ),
        (
            "with the line ends of Windows",
            TABLE.replace('\n', "\r\n").into_bytes(),
        ),
        (
            "with the line ends of old Macs",
            TABLE.replace('\n', "\r").into_bytes(),
        ),
        (
            "without a last line end",
            TABLE.trim_end().as_bytes().to_vec(),
        ),
        (
            "with blank lines at its end",
            format!("{TABLE}\n\n;;;;\n").into_bytes(),
        ),
        ("with every cell quoted", quoted(TABLE).into_bytes()),
        ("separated by tabs", TABLE.replace(';', "\t").into_bytes()),
        ("separated by bars", TABLE.replace(';', "|").into_bytes()),
        (
            "with blanks around its cells",
            TABLE.replace(';', " ; ").into_bytes(),
        ),
        (
            "with an empty last column",
            TABLE.replace('\n', ";\n").into_bytes(),
        ),
    ];
    for (form, bytes) in forms {
        let found = rows(&bytes, form);
        assert_eq!(found, plain, "{form}");
    }
}

#[test]
fn headers_are_known_and_names_kept_where_accents_stand_behind_their_letters() {
    // As files from a Mac have them.
    let text = TABLE
        .replace('é', "e\u{301}")
        .replace('É', "E\u{301}")
        .replace('è', "e\u{300}");
    let (found, plain) = (
        rows(text.as_bytes(), "mac"),
        rows(TABLE.as_bytes(), "plain"),
    );
    let ends = |rows: &[Row]| rows.iter().map(|it| it.end.clone()).collect::<Vec<_>>();
    assert_eq!(ends(&found), ends(&plain));
    assert_eq!(found[2].title, "Crie\u{301}e");
}

#[test]
fn the_hint_of_the_separator_is_no_row_and_the_rows_are_still_counted_from_it() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("sep=;\n{TABLE}").replace('\n', end);
        let found = rows(text.as_bytes(), "hint");
        assert_eq!(found.len(), 3, "{end:?}");
        assert_eq!(
            (found[0].number, found[0].title.as_str()),
            (3, "Éclairage du port")
        );
    }
    // It is believed over what the rows look like.
    let bars = "sep=|\nProject|Owner, lead|Site\nA b c|D, E|F\nG h i|J, K|L\n";
    let lead = serde_json::to_value(&rows(bars.as_bytes(), "bars")[0].owner).unwrap();
    assert_eq!(lead["known"], "D, E");
    assert!(told("Bar", bars.as_bytes()));
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    let text = "Project,Owner\n\n\nTide display,Ana Ortiz\n\"Pier\ngates\",Ben Cole\n\nNight boat,Cy Dunn\n";
    for text in [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
    ] {
        let numbers: Vec<u32> = rows(text.as_bytes(), "gaps")
            .iter()
            .map(|it| it.number)
            .collect();
        assert_eq!(numbers, [4, 5, 7], "{text:?}");
    }
}

#[test]
fn what_stands_in_quotation_marks_is_one_cell() {
    let text = "Project,Description,Owner\n\
        \"Gates, second part\",\"He said \"\"now\"\", and meant it\",Ana Ortiz\n\
        Boat,\"one\ntwo\",Ben Cole\n\
        5\" pipe,no quotes here,Cy Dunn\n";
    let found = rows(text.as_bytes(), "quotes");
    assert_eq!(found[0].title, "Gates, second part");
    let description =
        |at: usize| serde_json::to_value(&found[at].description).unwrap()["known"].clone();
    assert_eq!(description(0), "He said \"now\", and meant it");
    assert_eq!(description(1), "one\ntwo");
    assert_eq!(found[2].title, "5\" pipe");
}

#[test]
fn a_quotation_mark_that_is_never_closed_swallows_the_rest_and_no_more() {
    let text = "Project,Owner,Status\nTide display,Ana Ortiz,Green\n\"Pier gates,Ben Cole,Red\nNight boat,Cy Dunn,Amber\n";
    let found = rows(text.as_bytes(), "open");
    assert_eq!(found[0].title, "Tide display");
    assert_eq!(
        found.len(),
        2,
        "what follows is one cell, and the user sees it"
    );
}

#[test]
fn how_the_bytes_were_read_is_told_and_can_be_chosen_otherwise() {
    assert!(told("UTF-8", TABLE.as_bytes()));
    assert!(told("UTF-16", &utf16(TABLE, u16::to_le_bytes)));
    assert!(told("Windows-1252", &windows_1252(TABLE)));
    assert!(told("Semicolon", TABLE.as_bytes()));
    let chosen = |bytes: &[u8], mapping: Mapping| read_rows(bytes, "t.csv", &mapping).unwrap().rows;
    // Read as what it is not, the letters are wrong and nothing is lost.
    let wrong = Mapping {
        encoding: Some(Encoding::Utf8),
        ..Mapping::default()
    };
    assert_eq!(chosen(&windows_1252(TABLE), wrong).len(), 3);
    // What a byte order mark says is not a matter of opinion.
    let forced = Mapping {
        encoding: Some(Encoding::Windows1252),
        ..Mapping::default()
    };
    let marked = format!("\u{FEFF}{TABLE}");
    assert_eq!(
        chosen(marked.as_bytes(), forced),
        rows(TABLE.as_bytes(), "plain")
    );
    let commas = "Project,Owner;lead,Status\nTide display,Ana;A,Green\nPier gates,Ben;B,Red\n";
    let other = Mapping {
        separator: Some(Separator::Comma),
        ..Mapping::default()
    };
    assert_eq!(chosen(commas.as_bytes(), other)[0].title, "Tide display");
}

#[test]
fn accents_that_were_encoded_twice_are_repaired_only_where_the_whole_cell_says_so() {
    let twice = "Projet;Responsable;Site\nRÃ©seau;ZoÃ© LefÃ¨vre;Port\nÃgalité;Noël;Ville\nHalle;Â© 2026;Port\n";
    let found = rows(twice.as_bytes(), "twice");
    let owner = |at: usize| serde_json::to_value(&found[at].owner).unwrap()["known"].clone();
    assert_eq!(
        (found[0].title.as_str(), owner(0)),
        ("Réseau", "Zoé Lefèvre".into())
    );
    // A cell that holds a whole accent as well was not encoded twice.
    assert_eq!(found[1].title, "Ãgalité");
    assert_eq!(owner(2), "© 2026");
}

#[test]
fn a_stray_control_character_is_dropped_and_a_zero_byte_is_no_text() {
    let stray = TABLE.replace("Criée", "Cri\u{2}ée");
    assert_eq!(rows(stray.as_bytes(), "stray")[2].title, "Criée");
    let zero = TABLE.replace("Criée", "Cri\0ée");
    let refused = read_rows(zero.as_bytes(), "zero.csv", &Mapping::default()).unwrap_err();
    assert!(refused.message.en.contains("binary data"), "{refused}");
}
