//! Problems in single cells and rows: each kind is found at its place, said in both languages, and marked in the preview.

use portfolio::exchange::{Gravity, Mapping, Mark, Preview, ProblemCode, preview};
use portfolio::model::Lang;
use std::collections::BTreeSet;

fn seen(text: &str, lang: Lang) -> Preview {
    preview(text.as_bytes(), "list.csv", &Mapping::default(), lang).unwrap()
}

/// Every problem as its place and its words.
fn told(text: &str, lang: Lang) -> Vec<String> {
    let found = seen(text, lang).problems;
    let place = |it: &portfolio::exchange::Problem| {
        let row = || it.row.map(|row| format!("row {row}"));
        it.cell
            .clone()
            .or_else(row)
            .unwrap_or_else(|| "file".to_owned())
    };
    found
        .iter()
        .map(|it| format!("{}: {}", place(it), it.message))
        .collect()
}

/// A list in which one thing is wrong, and what is said about it.
const FAULTS: &[(&str, &str, &str)] = &[
    (
        "Project,Owner,Budget\nTide display,Ana Ortiz,120\nPier gates,Ben Cole,about 5\nNight boat,Cy Dunn,80\n",
        "C3: “about 5” cannot be read as an amount. It is kept as text.",
        "C3: «\u{a0}about 5\u{a0}» ne se lit pas comme un montant. Le texte est conservé.",
    ),
    (
        "Project,Owner,End date\nTide display,Ana Ortiz,2026-12-31\nPier gates,Ben Cole,end of March\nNight boat,Cy Dunn,2027-01-31\n",
        "C3: “end of March” cannot be read as a date. It is kept as text.",
        "C3: «\u{a0}end of March\u{a0}» ne se lit pas comme une date. Le texte est conservé.",
    ),
    (
        "Project,Owner,End date\nTide display,Ana Ortiz,2026-12-31\nPier gates,Ben Cole,2026-02-30\nNight boat,Cy Dunn,2027-01-31\n",
        "C3: 2026-02-30 cannot be a date; 2026-02-28 is the nearest. Without a choice it stays unknown.",
        "C3: 2026-02-30 ne peut pas être une date\u{a0}; 2026-02-28 est la plus proche. Sans choix, elle reste inconnue.",
    ),
    (
        "Project,Owner,End date\nTide display,Ana Ortiz,2026-12-31\nPier gates,Ben Cole,2026-13-01\nNight boat,Cy Dunn,2027-01-31\n",
        "C3: 2026-13-01 cannot be a date. Without a choice it stays unknown.",
        "C3: 2026-13-01 ne peut pas être une date. Sans choix, elle reste inconnue.",
    ),
    (
        "Project,Owner,RAG\nTide display,Ana Ortiz,Green\nPier gates,Ben Cole,Plaid\nNight boat,Cy Dunn,Red\n",
        "C3: “Plaid” is no rating that is known. The words are kept.",
        "C3: «\u{a0}Plaid\u{a0}» n’est pas une évaluation connue. Les mots sont conservés.",
    ),
    (
        "Project,Owner,Phase\nTide display,Ana Ortiz,Build\nPier gates,Ben Cole,Simmering\nNight boat,Cy Dunn,Closed\n",
        "C3: “Simmering” is no state that is known. The words are kept.",
        "C3: «\u{a0}Simmering\u{a0}» n’est pas un état connu. Les mots sont conservés.",
    ),
    (
        "Project,Owner,Category\nTide display,Ana Ortiz,Run\nPier gates,Ben Cole,Fun\nNight boat,Cy Dunn,Mandatory\n",
        "C3: “Fun” is none of strategic, mandatory or run. The words are kept.",
        "C3: «\u{a0}Fun\u{a0}» n’est ni stratégique, ni obligatoire, ni courant. Les mots sont conservés.",
    ),
    (
        "Project,Owner,Progress\nTide display,Ana Ortiz,45%\nPier gates,Ben Cole,145%\nNight boat,Cy Dunn,80%\n",
        "C3: “145%” is not between 0 and 100\u{a0}%. It is kept as text.",
        "C3: «\u{a0}145%\u{a0}» n’est pas entre 0 et 100\u{a0}%. Le texte est conservé.",
    ),
    (
        "Project,Owner,Site\nTide display,Ana Ortiz,North\n,Ben Cole,South\nNight boat,Cy Dunn,North\n",
        "row 3: The row has values but no title. It is set aside.",
        "row 3: La ligne a des valeurs mais pas d’intitulé. Elle est mise de côté.",
    ),
    (
        "Project,Owner,Site\nTide display,Ana Ortiz,North\nPier gates, south,Ben Cole,South\nNight boat,Cy Dunn,North\n",
        "row 3: The row has 4 cells where the others have 3: a separator may be missing or one too many.",
        "row 3: La ligne a 4 cellules alors que les autres en ont 3\u{a0}: un séparateur manque ou est en trop.",
    ),
    (
        "Project,Owner,Site\nTide display,Ana Ortiz,North\nPier gates,Ben Cole,South\nTide Display!,Cy Dunn,North\n",
        "A4: “Tide Display!” may be the same initiative as “Tide display”. Both are kept until you say so.",
        "A4: «\u{a0}Tide Display!\u{a0}» est peut-être la même initiative que «\u{a0}Tide display\u{a0}». Les deux sont gardées jusqu’à votre décision.",
    ),
    (
        "Project,Owner,Site\nTide display,Ana Ortiz,North\nPier gates,Ben Cole,South\nNight boat,Anna Ortiz-Vidal,North\nSlipway,ANA ORTIZ,North\n",
        "B5: “ANA ORTIZ” and “Ana Ortiz” may be the same owner. Both spellings are kept.",
        "B5: «\u{a0}ANA ORTIZ\u{a0}» et «\u{a0}Ana Ortiz\u{a0}» sont peut-être le même responsable. Les deux graphies sont gardées.",
    ),
    (
        "Project,Start date,End date\nTide display,2026-01-01,2026-12-31\nPier gates,2026-06-01,2026-05-31\nNight boat,2026-01-01,2026-01-01\n",
        "C3: The end 2026-05-31 is before the start 2026-06-01. Both are kept.",
        "C3: La fin 2026-05-31 précède le début 2026-06-01. Les deux sont gardés.",
    ),
    (
        "Project,Owner,Objective\nTide display,Ana Ortiz,Fewer waits\nPier gates,Ben Cole,Fewer waits / Clean air\nNight boat,Cy Dunn,Clean air\n",
        "C3: “Fewer waits / Clean air” may name more than one objective. It is proposed as one.",
        "C3: «\u{a0}Fewer waits / Clean air\u{a0}» désigne peut-être plusieurs objectifs. Un seul est proposé.",
    ),
    (
        "Project,Owner,Objective\nTide display,Ana Ortiz,Fewer waits\nPier gates,Ben Cole,\nNight boat,Cy Dunn,Clean air\n",
        "row 3: The initiative names no objective.",
        "row 3: L’initiative ne nomme aucun objectif.",
    ),
    (
        "ID,Project,Owner\nP-1,Tide display,Ana Ortiz\nP-2,Pier gates,Ben Cole\nP-1,Night boat,Cy Dunn\n",
        "A4: The key “P-1” is used more than once.",
        "A4: La clé «\u{a0}P-1\u{a0}» est utilisée plusieurs fois.",
    ),
    (
        "Project,Owner,Budget (€)\nTide display,Ana Ortiz,120000\nPier gates,Ben Cole,£50000\nNight boat,Cy Dunn,80000\n",
        "C3: “£50000” is in another currency than its column (EUR).",
        "C3: «\u{a0}£50000\u{a0}» est dans une autre devise que sa colonne (EUR).",
    ),
    (
        "Project,Owner,End date\nTide display,Ana Ortiz,2026-12-31\nPier gates,Ben Cole,Q3 2026\nNight boat,Cy Dunn,2027-01-31\n",
        "C3: “Q3 2026” names no day; 2026-09-30 is taken.",
        "C3: «\u{a0}Q3 2026\u{a0}» ne précise pas le jour\u{a0}; 2026-09-30 est retenu.",
    ),
    (
        "12,13\n14,15\n",
        "file: No column looks like titles of initiatives. Choose the sheet, the header row and the title column.",
        "file: Aucune colonne ne ressemble à des intitulés d’initiatives. Choisissez la feuille, la ligne d’en-tête et la colonne des intitulés.",
    ),
];

#[test]
fn each_fault_is_told_once_at_its_place_in_both_languages() {
    for (text, en, fr) in FAULTS {
        assert_eq!(told(text, Lang::En), [*en]);
        assert_eq!(told(text, Lang::Fr), [*fr]);
    }
    let codes: BTreeSet<ProblemCode> = FAULTS
        .iter()
        .map(|(text, ..)| seen(text, Lang::En).problems[0].code)
        .collect();
    // Errors of formulas, damaged sheets and cut cells come from workbooks and very long texts; they are tested there.
    assert_eq!(codes.len(), 18);
}

#[test]
fn a_cell_is_marked_by_what_was_lost_and_not_by_what_is_only_noted() {
    for (text, ..) in FAULTS {
        let found = seen(text, Lang::En);
        let problem = &found.problems[0];
        let (Some(cell), Some(row)) = (&problem.cell, problem.row) else {
            continue;
        };
        let shown = found.rows.iter().find(|it| it.number == row).unwrap();
        let at = found
            .columns
            .iter()
            .position(|it| *cell == format!("{}{row}", it.letter))
            .unwrap();
        let expected = match problem.severity {
            Gravity::Error => Mark::Error,
            Gravity::Warning => Mark::Warning,
            Gravity::Note => Mark::None,
        };
        assert_eq!(shown.cells[at].mark, expected, "{cell} of\n{text}");
        assert_eq!(
            shown
                .cells
                .iter()
                .filter(|it| it.mark != Mark::None)
                .count(),
            usize::from(expected != Mark::None)
        );
    }
}

#[test]
fn what_could_not_be_read_stands_beside_the_fields_in_the_words_of_the_file() {
    for (text, en, _) in FAULTS
        .iter()
        .filter(|(_, en, _)| en.contains("kept as text") || en.contains("stays unknown"))
    {
        let rows = portfolio::exchange::read_rows(text.as_bytes(), "list.csv", &Mapping::default())
            .unwrap();
        let header = text.lines().next().unwrap().rsplit(',').next().unwrap();
        let written = text.lines().nth(2).unwrap().rsplit(',').next().unwrap();
        assert_eq!(
            rows.rows[1].extra,
            [(header.to_owned(), written.to_owned())],
            "{en}"
        );
    }
}

#[test]
fn the_gravest_problems_come_first_and_all_are_counted() {
    let mut text = "Project,Owner,End date,RAG\n".to_owned();
    for n in 0..300 {
        text.push_str(&format!(
            "Project number {n} of many,Owner {n},Q3 2026,Plaid\n"
        ));
    }
    for n in 0..300 {
        text.push_str(&format!(
            "Another numbered {n} of many,Owner {n},someday soon,Green\n"
        ));
    }
    let found = seen(&text, Lang::En);
    assert_eq!(found.counts.problems, 900);
    assert_eq!((found.counts.errors, found.counts.warnings), (300, 300));
    assert_eq!(
        found.problems.len(),
        500,
        "the list is cut, the count is not"
    );
    assert!(
        found.problems[..300]
            .iter()
            .all(|it| it.severity == Gravity::Error)
    );
    assert!(
        found.problems[300..]
            .iter()
            .all(|it| it.severity == Gravity::Warning)
    );
    assert!(
        found.problems[..300]
            .windows(2)
            .all(|it| it[0].row < it[1].row)
    );
}

#[test]
fn counts_say_what_an_import_would_do() {
    let text = "\
Project,Owner,Programme,Objective,RAG,Business status,Budget
Tide display,Ana Ortiz,Harbour,Fewer waits; Clean air,Green,Red,120
Pier gates,ana ortiz,harbour,fewer waits,Amber,,nfp
,Cy Dunn,,,,,5
Night boat,tbd,Stations,,Not rated,Green,80
Total,,,,,,205
Source: the register,,,,,,
";
    let counts = seen(text, Lang::En).counts;
    let told = serde_json::to_value(&counts).unwrap();
    for (name, expected) in [
        ("initiatives", 3),
        ("owners", 1),
        ("groups", 2),
        ("objectives", 2),
        ("links_proposed", 3),
        ("status_reports", 5),
        ("totals_ignored", 1),
        ("left_out", 1),
        ("set_aside", 1),
        // An owner to be determined, a budget not for publication, a rating not given.
        ("reasons_kept", 3),
    ] {
        assert_eq!(told[name], expected, "{name}");
    }
}
