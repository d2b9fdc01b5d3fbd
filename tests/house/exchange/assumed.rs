//! What the importer says that it assumed: the words a user decides by, in both languages, and that each of the other
//! choices it offers does what its label says.

use portfolio::exchange::{About, Assumption, Mapping, preview};
use portfolio::model::Lang;

fn all(text: &str, mapping: &Mapping, lang: Lang) -> Vec<Assumption> {
    preview(text.as_bytes(), "list.csv", mapping, lang)
        .unwrap()
        .assumptions
}

fn one(text: &str, about: About, lang: Lang) -> Option<Assumption> {
    let found = all(text, &Mapping::default(), lang);
    found.into_iter().find(|it| it.about == about)
}

/// What was assumed about one thing: `?` where the user is asked, then choice and evidence.
fn told(text: &str, about: About, lang: Lang) -> String {
    one(text, about, lang).map_or("nothing".to_owned(), |it| {
        let asked = if it.decided { "" } else { "? " };
        format!("{asked}{} – {}", it.choice, it.evidence)
    })
}

/// A table of projects with one more column of these values.
fn with(header: &str, values: &[&str]) -> String {
    let names = [
        "Tide display",
        "Pier gates",
        "Night boat",
        "Fish market",
        "Slipway",
    ];
    let mut text = format!("Project;Owner;{header}\n");
    for (name, value) in names.iter().zip(values) {
        text.push_str(&format!("{name};Ana Ortiz;{value}\n"));
    }
    text
}

#[test]
fn the_order_of_day_and_month_is_asked_only_where_the_file_leaves_it_open() {
    for (values, en, fr) in [
        (
            &["03/04/2026", "05/06/2026", "07/07/2026"][..],
            "? Day first – 2 dates can be read both ways",
            "? Jour d’abord – 2 dates se lisent dans les deux sens",
        ),
        (
            &["03/04/2026", "25/06/2026", "31/12/2026"],
            "Day first – 2 cells allow no other order",
            "Jour d’abord – 2 cellules ne permettent pas d’autre ordre",
        ),
        (
            &["03/04/2026", "06/25/2026", "12/31/2026"],
            "Month first – 2 cells allow no other order",
            "Mois d’abord – 2 cellules ne permettent pas d’autre ordre",
        ),
        // Stops between the figures are written where the day comes first.
        (
            &["03.04.2026", "05.06.2026", "07.07.2026"],
            "Day first – 3 cells allow no other order",
            "Jour d’abord – 3 cellules ne permettent pas d’autre ordre",
        ),
        (
            &["2026-04-03", "30 June 2026", "Q3 2026"],
            "nothing",
            "nothing",
        ),
        (
            &["07/07/2026", "08/08/2026", "09/09/2026"],
            "nothing",
            "nothing",
        ),
    ] {
        let text = with("End date", values);
        assert_eq!(told(&text, About::Dates, Lang::En), en, "{values:?}");
        assert_eq!(told(&text, About::Dates, Lang::Fr), fr, "{values:?}");
    }
}

#[test]
fn what_there_is_one_of_is_told_as_one() {
    let one = |about, header: &str, values: &[&str], lang| told(&with(header, values), about, lang);
    for (about, header, values, en, fr) in [
        (
            About::Dates,
            "End date",
            &["03/04/2026"][..],
            "? Day first – 1 date can be read both ways",
            "? Jour d’abord – 1 date se lit dans les deux sens",
        ),
        (
            About::Dates,
            "End date",
            &["25/04/2026"],
            "Day first – 1 cell allows no other order",
            "Jour d’abord – 1 cellule ne permet pas d’autre ordre",
        ),
        (
            About::FiscalYear,
            "End date",
            &["FY27"],
            "? Fiscal years start in April – 1 cell names a fiscal year; the file does not say when it starts",
            "? L’exercice commence en avril – 1 cellule nomme un exercice\u{a0}; le fichier ne dit pas quand il commence",
        ),
    ] {
        assert_eq!(one(about, header, values, Lang::En), en, "{values:?}");
        assert_eq!(one(about, header, values, Lang::Fr), fr, "{values:?}");
    }
}

#[test]
fn merged_and_hidden_places_and_cells_of_several_owners_are_counted_in_both_languages() {
    let sheet = crate::drawn::sheets(
        "sheet S
         merge C2:C3
         hide 3
         1 | Project | Owner | Programme | Site
         2 | Tide display | Ana Ortiz; Ben Cole | Port | North
         3 | Pier gates | Ben Cole | | South
         4 | Night boat | Cy Dunn | Sea | North",
    );
    let bytes = crate::workbook::xlsx(&sheet, false);
    let told = |lang| -> Vec<String> {
        let seen = preview(&bytes, "list.xlsx", &Mapping::default(), lang).unwrap();
        let kept = [About::MergedCells, About::Owners, About::Hidden];
        let all = seen.assumptions.iter();
        let all = all.filter(|it| kept.contains(&it.about));
        all.map(|it| format!("{} – {}", it.choice, it.evidence))
            .collect()
    };
    assert_eq!(
        told(Lang::En),
        [
            "Spread down – 1 merged range; 1 cell takes the value above",
            "The first one named – 1 cell names several people; all of them are kept beside the owner",
            "Read like the others – the sheet has 1 hidden row",
        ]
    );
    assert_eq!(
        told(Lang::Fr),
        [
            "Étendues vers le bas – 1 plage fusionnée\u{a0}; 1 cellule prend la valeur du dessus",
            "La première personne nommée – 1 cellule nomme plusieurs personnes\u{a0}; toutes sont conservées à côté du responsable",
            "Lues comme les autres – la feuille a 1 ligne masquée",
        ]
    );
    let seen = preview(&bytes, "list.xlsx", &Mapping::default(), Lang::En).unwrap();
    let hidden = seen.assumptions.iter().find(|it| it.about == About::Hidden);
    let without = &hidden.unwrap().alternatives[0];
    assert_eq!(without.label, "Leave the hidden rows out");
    let rows = portfolio::exchange::read_rows(&bytes, "list.xlsx", &without.mapping).unwrap();
    let titles: Vec<&str> = rows.rows.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Tide display", "Night boat"]);
}

#[test]
fn one_column_that_is_sure_of_its_order_decides_for_those_that_are_not() {
    let text = "Project;Start date;End date\nTide display;03/04/2026;12/31/2026\nPier gates;05/06/2026;11/30/2026\n";
    assert_eq!(
        told(text, About::Dates, Lang::En),
        "Month first – 2 cells allow no other order"
    );
    let rows =
        portfolio::exchange::read_rows(text.as_bytes(), "l.csv", &Mapping::default()).unwrap();
    let start = serde_json::to_value(&rows.rows[0].start).unwrap();
    assert_eq!(start["known"], "2026-03-04");
}

#[test]
fn a_fiscal_year_is_asked_about_until_the_user_says_when_it_starts() {
    let text = with("End date", &["2026/27", "FY27", "2026-12-31"]);
    let asked = one(&text, About::FiscalYear, Lang::En).unwrap();
    assert_eq!(
        told(&text, About::FiscalYear, Lang::En),
        "? Fiscal years start in April – 2 cells name a fiscal year; the file does not say when it starts"
    );
    assert!(
        told(&text, About::FiscalYear, Lang::Fr)
            .starts_with("? L’exercice commence en avril – 2 cellules")
    );
    let offered: Vec<&str> = asked
        .alternatives
        .iter()
        .map(|it| it.label.as_str())
        .collect();
    assert_eq!(offered, ["January", "July", "October"]);
    let chosen = all(&text, &asked.alternatives[1].mapping, Lang::En);
    let chosen = chosen
        .iter()
        .find(|it| it.about == About::FiscalYear)
        .unwrap();
    assert_eq!(
        (chosen.decided, chosen.choice.as_str()),
        (true, "Fiscal years start in July")
    );
    // A month that no list offers is told as its number, and one that does not exist is not taken.
    for (month, said) in [
        (2, "Fiscal years start in 2"),
        (13, "Fiscal years start in April"),
        (0, "Fiscal years start in April"),
    ] {
        let mapping = Mapping {
            fiscal_month: Some(month),
            ..Mapping::default()
        };
        let found = all(&text, &mapping, Lang::En);
        assert!(
            found.iter().any(|it| it.choice == said),
            "{month}: {found:?}"
        );
    }
}

#[test]
fn an_amount_is_told_with_its_unit_and_where_the_unit_comes_from() {
    for (header, values, en) in [
        (
            "Budget (k€)",
            &["4 100", "80", "2,5"][..],
            "Thousands, EUR – 4 100 is read as EUR 4\u{202F}100\u{202F}000; said in the header",
        ),
        (
            "Budget (m)",
            &["4.1", "8", "2.5"],
            "? Millions, no currency stated – 4.1 is read as ¤ 4\u{202F}100\u{202F}000; said in the header",
        ),
        (
            "Budget",
            &["£4,100,000", "£80,000", "£250,000"],
            "GBP – from the values",
        ),
        (
            "Budget",
            &["£41", "£80", "£250"],
            "? Units, GBP – the middle one is 80, which is little for a project: are these amounts in millions, or in thousands?",
        ),
        (
            "Budget",
            &["4100000", "80000", "250000"],
            "? no currency stated – from the values",
        ),
        (
            "Budget",
            &["41", "80", "250"],
            "? Units, no currency stated – the middle one is 80, which is little for a project: are these amounts in millions, or in thousands?",
        ),
        // From a hundred thousand on the middle amount is one of a project; less may be thousands or millions.
        (
            "Budget (€)",
            &["20000", "100000", "200000"],
            "EUR – from the values",
        ),
        (
            "Budget (€)",
            &["20000", "99999", "200000"],
            "? Units, EUR – the middle one is 99\u{202F}999, which is little for a project: are these amounts in millions, or in thousands?",
        ),
        (
            "Budget (€)",
            &["-3.5 M", "2 M", "1"],
            "? Units, EUR – the middle one is 1, which is little for a project: are these amounts in millions, or in thousands?",
        ),
    ] {
        assert_eq!(
            told(&with(header, values), About::Numbers, Lang::En),
            en,
            "{header} {values:?}"
        );
    }
    let text = with("Budget (k€)", &["4 100", "80", "2,5"]);
    assert_eq!(
        told(&text, About::Numbers, Lang::Fr),
        "Milliers, EUR – 4 100 est lu 4\u{202F}100\u{202F}000 EUR\u{a0}; dit dans l’en-tête"
    );
    assert_eq!(
        told(&with("Site", &["North"]), About::Numbers, Lang::En),
        "nothing"
    );
}

#[test]
fn whoever_is_asked_for_the_scale_may_also_say_that_it_is_units() {
    let text = with("Budget", &["£56.7", "£1204", "£365"]);
    let asked = one(&text, About::Numbers, Lang::En).unwrap();
    let labels: Vec<&str> = asked
        .alternatives
        .iter()
        .map(|it| it.label.as_str())
        .collect();
    assert_eq!(labels[..3], ["Millions", "Thousands", "Units"]);
    let units = all(&text, &asked.alternatives[2].mapping, Lang::En);
    let told = units.iter().find(|it| it.about == About::Numbers).unwrap();
    assert!(told.decided);
    assert_eq!(
        (told.choice.as_str(), told.evidence.as_str()),
        ("GBP", "your choice")
    );
}

#[test]
fn the_day_of_ratings_without_one_is_asked_for_and_can_be_left_open() {
    let text = with("RAG", &["Green", "Red"]);
    let asked = one(&text, About::AsOf, Lang::En).unwrap();
    assert!(!asked.decided);
    assert_eq!(
        told(&text, About::AsOf, Lang::Fr),
        "? De quel jour est cette liste\u{a0}? – 2 évaluations n’ont pas de date propre, et ni le fichier ni son nom ne dit de quel jour elles sont"
    );
    let left = all(&text, &asked.alternatives[0].mapping, Lang::En);
    let left = left.iter().find(|it| it.about == About::AsOf).unwrap();
    assert!(left.decided && left.choice == "Left without a date");
    let chosen = Mapping {
        as_of: "2023-03-31".parse().ok(),
        ..Mapping::default()
    };
    let chosen = all(&text, &chosen, Lang::Fr);
    let chosen = chosen.iter().find(|it| it.about == About::AsOf).unwrap();
    assert!(chosen.decided && chosen.choice == "31 mars 2023");
    // Where every rating has its own day, or nothing is rated, nobody is asked.
    assert_eq!(
        told(&with("Site", &["North"]), About::AsOf, Lang::En),
        "nothing"
    );
    let dated = "Project;RAG;RAG date\nTide display;Green;2023-03-31\nPier gates;Red;2023-02-28\n";
    assert_eq!(told(dated, About::AsOf, Lang::En), "nothing");
}

#[test]
fn a_unit_said_once_holds_for_the_columns_that_say_none() {
    let line = "Amounts in k€ without tax;;\n;;\nProject;Owner;Budget\nTide display;Ana Ortiz;120\nPier gates;Ben Cole;80\n";
    assert_eq!(
        told(line, About::Numbers, Lang::En),
        "Thousands, EUR – 120 is read as EUR 120\u{202F}000; said above the table: “Amounts in k€ without tax”"
    );
    let sibling = "Project;Budget;Spent (M$)\nTide display;120;3\nPier gates;80;2\n";
    assert_eq!(
        told(sibling, About::Numbers, Lang::En),
        "Millions, $ – 120 is read as $ 120\u{202F}000\u{202F}000; as in column “Spent (M$)”"
    );
    // Of several the one that states a scale as well.
    let two = "Project;Budget;Benefit (€);Spent (k€)\nTide display;120;9;3\nPier gates;80;9;2\n";
    assert!(told(two, About::Numbers, Lang::En).ends_with("as in column “Spent (k€)”"));
    assert!(
        told(sibling, About::Numbers, Lang::Fr)
            .ends_with("comme dans la colonne «\u{a0}Spent (M$)\u{a0}»")
    );
}

#[test]
fn the_header_is_told_by_its_row_and_any_other_row_can_be_chosen() {
    for (above, en, fr) in [
        (
            "",
            "Row 1 – nothing stands above it",
            "Ligne 1 – rien au-dessus",
        ),
        (
            "Register of projects;;\n",
            "Row 2 – 1 line above is no part of the table",
            "Ligne 2 – 1 ligne au-dessus, hors du tableau",
        ),
        (
            "Register of projects;;\nPrinted on Friday;;\n",
            "Row 3 – 2 lines above are no part of the table",
            "Ligne 3 – 2 lignes au-dessus, hors du tableau",
        ),
    ] {
        let text = format!("{above}{}", with("Site", &["North", "South", "North"]));
        assert_eq!(told(&text, About::HeaderRow, Lang::En), en);
        assert_eq!(told(&text, About::HeaderRow, Lang::Fr), fr);
    }
    let text = with("Site", &["North", "South", "North"]);
    let it = one(&text, About::HeaderRow, Lang::En).unwrap();
    let offered: Vec<&str> = it.alternatives.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(offered, ["Row 2", "Row 3", "Row 4", "No header"]);
    let none = &it.alternatives[3].mapping;
    assert_eq!(none.header_row, Some(0));
    let again = all(&text, none, Lang::En);
    let again = again
        .iter()
        .find(|it| it.about == About::HeaderRow)
        .unwrap();
    assert_eq!(
        (again.choice.as_str(), again.alternatives.len()),
        ("None", 4)
    );
}

#[test]
fn rows_that_were_left_out_are_told_with_their_places_and_can_be_read_all_the_same() {
    let text = "Project;Owner;Budget (€)\nTide display;Ana Ortiz;100000\nPier gates;Ben Cole;50000\nTotal;;150000\nNote: without tax;;\n";
    assert_eq!(
        told(text, About::Totals, Lang::En),
        "1 row ignored – totals and subtotals"
    );
    assert_eq!(
        told(text, About::Totals, Lang::Fr),
        "1 ligne ignorée – totaux et sous-totaux"
    );
    assert_eq!(
        told(text, About::SetAside, Lang::En),
        "1 row left out – notes, headings and repeated headers"
    );
    assert_eq!(
        told(text, About::SetAside, Lang::Fr),
        "1 ligne laissée de côté – notes, intertitres et en-têtes répétés"
    );
    let totals = one(text, About::Totals, Lang::En).unwrap();
    assert_eq!(totals.places, ["4"]);
    let read =
        portfolio::exchange::read_rows(text.as_bytes(), "l.csv", &totals.alternatives[0].mapping)
            .unwrap();
    let titles: Vec<&str> = read.rows.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Tide display", "Pier gates", "Total"]);
}

#[test]
fn every_assumption_is_said_in_both_languages_and_each_choice_leads_somewhere() {
    let text = "Register;;;;\nProject;Owner;End date;Budget;RAG\nTide display;Ana Ortiz;03/04/2026;41;Green\nPier gates;Ben Cole;2026/27;80;Red\nTotal;;;121;\n";
    let (en, fr) = (
        all(text, &Mapping::default(), Lang::En),
        all(text, &Mapping::default(), Lang::Fr),
    );
    let about: Vec<About> = en.iter().map(|it| it.about).collect();
    use About::{
        AsOf, Dates, Encoding, File, FiscalYear, HeaderRow, Numbers, Ratings, Separator, Totals,
    };
    assert_eq!(
        about,
        [
            File, HeaderRow, Encoding, Separator, Dates, FiscalYear, Numbers, Totals, Ratings, AsOf
        ]
    );
    assert_eq!(about, fr.iter().map(|it| it.about).collect::<Vec<_>>());
    for (one, other) in en.iter().zip(&fr) {
        assert_ne!(one.evidence, other.evidence);
        assert_eq!(one.alternatives.len(), other.alternatives.len());
        for it in &one.alternatives {
            assert_ne!(
                it.mapping,
                Mapping::default(),
                "{} changes nothing",
                it.label
            );
            let seen = preview(text.as_bytes(), "list.csv", &it.mapping, Lang::En);
            assert!(seen.is_ok(), "{}", it.label);
        }
    }
}
