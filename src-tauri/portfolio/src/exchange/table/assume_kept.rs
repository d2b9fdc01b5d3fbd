//! What was assumed about the layout of a sheet and the words in it: merged cells, hidden rows and columns, ratings, cells
//! that name more than one owner. Each is read, and told because a reader might expect otherwise.

use super::assume::{About, Speaker, counted};
use super::body::RowKind;
use super::cell;
use super::mapping::Role;
use super::recognise::Table;
use super::words;

impl Speaker<'_> {
    pub(super) fn merges(&mut self, table: &Table) {
        let Some(sheet) = self.found.sheet() else {
            return;
        };
        if sheet.merges.is_empty() {
            return;
        }
        let ranges = |rest: (&str, &str), fr: (&str, &str)| {
            counted(
                sheet.merges.len(),
                (
                    &format!("# merged range{}", rest.0),
                    &format!("# merged ranges{}", rest.1),
                ),
                (
                    &format!("# plage fusionnée{}", fr.0),
                    &format!("# plages fusionnées{}", fr.1),
                ),
            )
        };
        let spread = sheet.spread.len();
        let (choice, evidence) = if spread > 0 {
            let (en, fr) = ranges(("", ""), ("", ""));
            let (cells_en, cells_fr) = counted(
                spread,
                (
                    "# cell takes the value above",
                    "# cells take the value above",
                ),
                (
                    "# cellule prend la valeur du dessus",
                    "# cellules prennent la valeur du dessus",
                ),
            );
            (
                self.say("Spread down".into(), "Étendues vers le bas".into()),
                self.say(format!("{en}; {cells_en}"), format!("{fr} ; {cells_fr}")),
            )
        } else {
            let (en, fr) = ranges((" leaves", " leave"), (" laisse", " laissent"));
            let (columns_en, columns_fr) = counted(
                table.columns.len(),
                ("# real column", "# real columns"),
                ("# vraie colonne", "# vraies colonnes"),
            );
            (
                self.say("Closed up".into(), "Refermées".into()),
                self.say(format!("{en} {columns_en}"), format!("{fr} {columns_fr}")),
            )
        };
        self.add(About::MergedCells, true, choice, evidence, Vec::new());
    }

    /// Hidden rows and columns that hold something of the table. They are read, because a filter that was left on hides
    /// rows that nobody means to lose.
    pub(super) fn hidden(&mut self, table: &Table) {
        let Some(sheet) = self.found.sheet() else {
            return;
        };
        let is_data = |row: &u32| table.kinds.get(row) == Some(&RowKind::Data);
        let rows: Vec<u32> = sheet
            .not_shown
            .rows
            .iter()
            .copied()
            .filter(is_data)
            .collect();
        let columns: Vec<String> = table
            .columns
            .iter()
            .filter(|it| {
                !it.at.is_empty() && it.at.iter().all(|c| sheet.not_shown.columns.contains(c))
            })
            .map(super::header::TableColumn::letter)
            .collect();
        let mut told: Vec<(String, String)> = Vec::new();
        if !rows.is_empty() {
            told.push(counted(
                rows.len(),
                ("# hidden row", "# hidden rows"),
                ("# ligne masquée", "# lignes masquées"),
            ));
        }
        if !columns.is_empty() {
            let (en, fr) = counted(
                columns.len(),
                ("# hidden column", "# hidden columns"),
                ("# colonne masquée", "# colonnes masquées"),
            );
            let letters = columns.join(", ");
            told.push((format!("{en} ({letters})"), format!("{fr} ({letters})")));
        }
        if told.is_empty() {
            return;
        }
        let (en, fr): (Vec<String>, Vec<String>) = told.into_iter().unzip();
        let (en, fr) = (en.join(" and "), fr.join(" et "));
        let choice = self.say(
            "Read like the others".into(),
            "Lues comme les autres".into(),
        );
        let evidence = self.say(format!("the sheet has {en}"), format!("la feuille a {fr}"));
        let label = self.say(
            "Leave the hidden rows out".into(),
            "Laisser de côté les lignes masquées".into(),
        );
        let without = (!rows.is_empty())
            .then(|| self.alternative(label, |m| m.skip_rows.extend(rows.iter().copied())));
        self.add(
            About::Hidden,
            true,
            choice,
            evidence,
            without.into_iter().collect(),
        );
        self.places(rows.iter().take(100).map(u32::to_string).collect());
    }

    pub(super) fn ratings(&mut self, table: &Table) {
        let columns: Vec<String> = table
            .columns
            .iter()
            .zip(&table.choices)
            .filter(|(_, c)| matches!(c.role, Role::Status | Role::StatusBusiness))
            .map(|(c, _)| c.letter())
            .collect();
        if columns.is_empty() {
            return;
        }
        let choice = self.say("Green, amber, red".into(), "Vert, orange, rouge".into());
        let evidence = if columns.len() > 1 {
            self.say(
                format!(
                    "columns {} are read; the words of the file are kept",
                    columns.join(", ")
                ),
                format!(
                    "les colonnes {} sont lues ; les mots du fichier sont conservés",
                    columns.join(", ")
                ),
            )
        } else {
            self.say(
                "the words of the file are kept beside it".into(),
                "les mots du fichier sont conservés à côté".into(),
            )
        };
        self.add(About::Ratings, true, choice, evidence, Vec::new());
    }

    /// Cells that name several people: an initiative has one owner.
    pub(super) fn owners(&mut self, table: &Table) {
        let Some(sheet) = self.found.sheet() else {
            return;
        };
        let of_owners = table
            .columns
            .iter()
            .zip(&table.choices)
            .filter(|(_, choice)| choice.role == Role::Owner);
        let columns: Vec<_> = of_owners.map(|(column, _)| column).collect();
        let several: Vec<String> = sheet
            .rows
            .iter()
            .filter(|row| table.kinds.get(&row.number) == Some(&RowKind::Data))
            .filter(|row| {
                let mut cells = columns.iter().filter_map(|it| it.cell(row));
                cells.any(|(_, value)| {
                    let owners = cell::owners(value).into_iter();
                    owners
                        .filter(|it| words::missing(it, false).is_none())
                        .count()
                        > 1
                })
            })
            .map(|row| row.number.to_string())
            .collect();
        if several.is_empty() {
            return;
        }
        let choice = self.say(
            "The first one named".into(),
            "La première personne nommée".into(),
        );
        let (en, fr) = counted(
            several.len(),
            (
                "# cell names several people; all of them are kept beside the owner",
                "# cells name several people; all of them are kept beside the owner",
            ),
            (
                "# cellule nomme plusieurs personnes ; toutes sont conservées à côté du responsable",
                "# cellules nomment plusieurs personnes ; toutes sont conservées à côté du responsable",
            ),
        );
        let evidence = self.say(en, fr);
        self.add(About::Owners, true, choice, evidence, Vec::new());
        self.places(several.into_iter().take(100).collect());
    }
}
