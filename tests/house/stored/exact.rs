//! Texts, amounts and reasons go to disk letter by letter and digit by digit, by way of the history too.

use super::{closed, read};
use portfolio::edit::Edit;
use portfolio::model::{
    Currency, Element, ElementId, ElementKind, Lang, Maybe, Money, Portfolio, Reason, Record, known,
};
use portfolio::workspace::Workspace;
use std::collections::BTreeMap;

#[test]
fn text_of_any_script_with_any_sign_is_kept_letter_by_letter() {
    let long = "Lorem ipsum ".repeat(20_000);
    let texts = [
        "Ein Straßenbahn-Depot",
        "Réseau d’été",
        "東京の病院",
        "مستشفى",
        "👩‍⚕️ ward",
        "a\u{0}b",
        "'; DROP TABLE element; --",
        "{\"known\": 1}",
        "line\r\nline\tend",
        "\u{202e}right to left",
        "  ",
        long.as_str(),
    ];
    let folder = tempfile::tempdir().unwrap();
    let mut workspace =
        Workspace::create(&folder.path().join("a.thru"), "Clinic", Lang::En).unwrap();
    for (n, text) in texts.iter().enumerate() {
        let mut element = Element::new(
            ElementId::new(format!("e{n}")),
            ElementKind::Objective,
            "Title",
        );
        (*text).clone_into(&mut element.description);
        element.owner = known((*text).to_owned());
        element.tags = vec![(*text).to_owned()];
        element.extra = BTreeMap::from([((*text).to_owned(), (*text).to_owned())]);
        let element = Box::new(element);
        workspace.apply(&[Edit::InsertElement { element }]).unwrap();
    }
    let there = workspace.portfolio().clone();
    assert_eq!(read(workspace.path()), there);
    for _ in &texts {
        workspace.undo().unwrap();
    }
    for _ in &texts {
        workspace.redo().unwrap();
    }
    assert_eq!(*workspace.portfolio(), there, "also by way of the history");
}

/// Amounts are text in the file, because a number of JSON would lose their last digits.
#[test]
fn amounts_of_every_size_keep_each_digit_and_each_zero_behind_the_point() {
    let amounts = [
        "0",
        "0.00",
        "-0.01",
        "1.10",
        "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "123456789012345678.90",
        "-79228162514264337593543950335",
    ];
    let initiatives = amounts.iter().enumerate().map(|(n, amount)| {
        let mut element = Element::new(ElementId::new(format!("e{n}")), ElementKind::System, "S");
        if let portfolio::model::Detail::System(it) = &mut element.detail {
            it.cost = known(Money {
                amount: amount.parse().unwrap(),
                currency: Currency::parse("EUR").unwrap(),
            });
        }
        Record::Element(element)
    });
    let portfolio = Portfolio::from_records(initiatives);
    let folder = tempfile::tempdir().unwrap();
    let again = read(&closed(folder.path(), &portfolio));
    let said: Vec<String> = again
        .elements()
        .map(|it| {
            it.system()
                .unwrap()
                .cost
                .as_ref()
                .and_then(Maybe::known)
                .unwrap()
                .amount
                .to_string()
        })
        .collect();
    assert_eq!(said, amounts);
}

#[test]
fn a_value_and_every_reason_why_there_is_none_are_told_apart() {
    let reasons = [
        Reason::Withheld,
        Reason::NotRequired,
        Reason::NotReported,
        Reason::Unknown,
    ];
    let mut owners = vec![None, known(String::new()), known("Ann".to_owned())];
    owners.extend(reasons.map(|it| Some(Maybe::missing(it, ""))));
    owners.extend(reasons.map(|it| Some(Maybe::missing(it, "n/a – «tbd»"))));
    let elements = owners.iter().enumerate().map(|(n, owner)| {
        let mut element = Element::new(ElementId::new(format!("e{n:02}")), ElementKind::Team, "T");
        element.owner.clone_from(owner);
        Record::Element(element)
    });
    let portfolio = Portfolio::from_records(elements);
    let folder = tempfile::tempdir().unwrap();
    let again = read(&closed(folder.path(), &portfolio));
    let read: Vec<_> = again.elements().map(|it| it.owner.clone()).collect();
    assert_eq!(read, owners);
}
