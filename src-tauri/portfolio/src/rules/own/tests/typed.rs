//! What is said while a rule is being typed.

use super::*;

#[test]
fn slips_of_the_pen_are_told_with_their_place() {
    for (when, said, place) in [
        (
            "element.budgt.amount > 1",
            "there is no field “budgt” here; perhaps “budget” is meant",
            Some((1, 9)),
        ),
        (
            "element.weight > 1",
            "elements of this kind have no field “weight”",
            Some((1, 9)),
        ),
        (
            "element.budget.sum > 1",
            "“budget” has no part “sum”; it has amount, currency",
            Some((1, 16)),
        ),
        (
            "owner == 'x'",
            "“owner” is a field: write element.owner",
            Some((1, 1)),
        ),
        (
            "nothing == 'x'",
            "there is nothing called “nothing”",
            Some((1, 1)),
        ),
        (
            "sise(up) > 1",
            "there is no function “sise”; perhaps “size” is meant",
            Some((1, 1)),
        ),
        (
            "element.title = 'x'",
            "equality is written with two signs, ==",
            Some((1, 15)),
        ),
        (
            "element.title == 'x' and true",
            "“and” is written &&",
            Some((1, 22)),
        ),
        ("not has(element.owner)", "“not” is written !", Some((1, 1))),
        (
            "true &&\n  not(has(element.owner))",
            "“not” is written !",
            Some((2, 3)),
        ),
        ("or true", "“or” is written ||", Some((1, 1))),
        (
            "element.title ==",
            "it ends too early; something is missing at its end",
            Some((1, 17)),
        ),
        (
            "element.title == 'é' &&\n  $",
            "the sign “$” means nothing here",
            Some((2, 3)),
        ),
        (
            "element.title == 'x",
            "a text is not closed by its quotation mark",
            Some((1, 18)),
        ),
        (
            "has(element)",
            "has takes a field, like has(element.owner)",
            Some((1, 5)),
        ),
        (
            "up.exists(1, true)",
            "all, exists, map and filter begin with a name for each of the list, like exists(it, …)",
            Some((1, 11)),
        ),
        (
            "up.exists(it)",
            "“exists” is written like below.exists(it, it.kind == \"initiative\")",
            Some((1, 4)),
        ),
        (
            "up.exists(today, true)",
            "“today” means something already; call each of the list “it”, for instance",
            Some((1, 10)),
        ),
        (
            "{'a': 1}['a'] == 1",
            "a rule cannot make maps with braces",
            Some((1, 1)),
        ),
        (
            "element.title.matches('(')",
            "the pattern cannot be read, or is too large",
            Some((1, 23)),
        ),
        (
            "element.title.matches(element.owner)",
            "the pattern must be written out between quotation marks",
            Some((1, 30)),
        ),
        ("'text'", "a condition must come out as true or false", None),
        ("", "the expression is empty", None),
    ] {
        assert_eq!(fault(when), (said.to_owned(), place), "{when}");
    }
}

#[test]
fn what_goes_wrong_on_an_element_is_told_in_words() {
    for (when, said) in [
        (
            "element.title",
            "a condition must come out as true or false",
        ),
        (
            "element.title > 1",
            "“>” cannot be done with a text and a number",
        ),
        (
            "element.title + 1 == 'x'",
            "“+” cannot be done with a text and a number",
        ),
        ("1 / 0 == 1", "a number is divided by zero"),
        ("1.0 / 0 == 1.0", "a number is divided by zero"),
        (
            "element.title.all(it, true)",
            "a text stands where something else is needed",
        ),
        ("up[0].title == 'x'", "a list has no element at that place"),
        (
            "days(today, 'soon') > 1",
            "“soon” is no date like 2026-11-22",
        ),
        (
            "plus_days(today, 99999999) > today",
            "“2026-11-22 + 99999999” is no date like 2026-11-22",
        ),
        (
            "[1].exists(it, it.nothing == 1)",
            "“.” cannot be done with a number and a text",
        ),
        ("9223372036854775807 + 1 > 1", "a number is too large"),
        ("size(1) == 1", "“size” cannot be done with a number"),
    ] {
        assert_eq!(fault(when).0, said, "{when}");
    }
}

#[test]
fn faults_are_told_in_french_too() {
    let portfolio = with("initiative a \"A\"", &[]);
    let said = |when: &str| {
        preview(&portfolio, as_of(), Lang::Fr, &work(when))
            .fault
            .unwrap()
            .message
    };
    assert_eq!(
        said("element.budgt == 1"),
        "il n’y a pas de champ « budgt » ici ; « budget », peut-être"
    );
    assert_eq!(said("1 / 0 == 1"), "un nombre est divisé par zéro");
}

#[test]
fn a_message_with_a_hole_for_no_field_is_refused() {
    let mut rule = work("true");
    rule.message = "{tilte} is wrong.".into();
    let portfolio = with("initiative a \"A\"", &[]);
    let fault = preview(&portfolio, as_of(), Lang::En, &rule).fault.unwrap();
    assert_eq!(
        fault.message,
        "the message names “tilte”, which is no field of this kind"
    );
    assert_eq!(fault.part, RulePart::Message);
}

#[test]
fn evidence_must_be_a_list_of_texts() {
    let portfolio = with("initiative a \"A\"", &[]);
    for (evidence, said) in [
        ("up.map(it, )", "in the evidence, “)” does not fit here"),
        (
            "[string(1 / size(up))]",
            "in the evidence, a number is divided by zero",
        ),
        ("element.title", "evidence must come out as a list of texts"),
        ("[up]", "evidence must come out as a list of texts"),
    ] {
        let mut rule = work("true");
        rule.evidence = evidence.into();
        let fault = preview(&portfolio, as_of(), Lang::En, &rule).fault.unwrap();
        assert_eq!(fault.message, said, "{evidence}");
        assert_eq!(fault.part, RulePart::Evidence);
    }
}

#[test]
fn everything_that_the_editor_offers_can_be_written() {
    for kind in ElementKind::ALL {
        let help = rule_help(kind, Lang::En);
        for it in help.fields.iter().chain(&help.lists) {
            let when = format!("{} == 1", it.written);
            let read = super::super::expression::compile(
                &when,
                kind,
                super::super::expression::Purpose::Condition,
            );
            assert!(read.is_ok(), "{kind:?} {when}: {:?}", read.err());
        }
    }
    // The examples of functions are about initiatives or objectives.
    for it in rule_help(ElementKind::Initiative, Lang::En).functions {
        let read = |kind| {
            super::super::expression::compile(
                &it.written,
                kind,
                super::super::expression::Purpose::Condition,
            )
        };
        let ok = [ElementKind::Initiative, ElementKind::Priority]
            .into_iter()
            .any(|kind| read(kind).is_ok());
        assert!(ok, "{}", it.written);
    }
}

#[test]
fn help_is_written_in_both_languages() {
    for kind in ElementKind::ALL {
        let (en, fr) = (rule_help(kind, Lang::En), rule_help(kind, Lang::Fr));
        assert_eq!(en.fields.len(), fr.fields.len());
        for (en, fr) in en.functions.iter().zip(&fr.functions) {
            assert_eq!(en.written, fr.written);
            assert_ne!(en.says, fr.says);
        }
    }
}
