//! What rules of one's own say in both languages: of elements, of themselves, and as they are explained.

use super::*;

/// What the rules say in one language when all are accepted.
fn said(portfolio: &Portfolio, lang: Lang) -> Vec<Finding> {
    let mut all = run_with(portfolio, as_of(), lang, &Accepted::all(portfolio));
    all.retain(|it| it.code.starts_with('X'));
    all
}

#[test]
fn what_cannot_be_told_names_the_rule_the_element_and_the_field() {
    let portfolio = with("initiative a \"Bornes\"", &[work("element.owner == 'x'")]);
    let [en, fr] = [Lang::En, Lang::Fr].map(|lang| said(&portfolio, lang).remove(0));
    assert_eq!(
        (en.message.as_str(), en.advice.as_str()),
        (
            "Whether “Some fault” holds for “Bornes” cannot be told: owner is not filled in.",
            "Fill in: owner."
        )
    );
    assert_eq!(
        (fr.message.as_str(), fr.advice.as_str()),
        (
            "On ne peut pas dire si «\u{a0}Some fault\u{a0}» vaut pour «\u{a0}Bornes\u{a0}»\u{a0}: responsable n’est pas renseigné.",
            "Renseignez\u{a0}: responsable."
        )
    );
    assert_eq!(missing_words(&fr.missing), "responsable");
    assert_eq!(en.key, fr.key);
}

#[test]
fn a_rule_without_a_title_goes_by_its_name() {
    let mut rule = work("element.owner == 'x'");
    rule.title = "  ".to_owned();
    let all = said(&with("initiative a \"A\"", &[rule]), Lang::En);
    assert!(
        all[0].message.starts_with("Whether “some-fault” holds"),
        "{}",
        all[0].message
    );
}

#[test]
fn advice_that_nobody_gave_says_what_is_lacking_or_else_what_to_change() {
    let advised = |when: &str, lang| {
        let portfolio = with("initiative a \"A\" tags=x", &[work(when)]);
        said(&portfolio, lang).remove(0).advice
    };
    let two = "!has(element.owner) && size(element.tags) == 1";
    assert_eq!(advised(two, Lang::En), "Fill in what “A” lacks: owner.");
    assert_eq!(
        advised(two, Lang::Fr),
        "Renseignez ce qui manque à «\u{a0}A\u{a0}»\u{a0}: responsable."
    );
    let tagged = "'x' in element.tags && element.title == 'A'";
    assert_eq!(
        advised(tagged, Lang::En),
        "Change what the rule objects to in “A”: tags (now x)."
    );
    assert_eq!(
        advised(tagged, Lang::Fr),
        "Modifiez ce que la règle reproche à «\u{a0}A\u{a0}»\u{a0}: étiquettes (aujourd’hui\u{a0}: x)."
    );
    assert_eq!(
        advised("size(indicators) == 0", Lang::En),
        "Put right what stands around “A”: indicators that measure it."
    );
    assert_eq!(
        advised("true", Lang::Fr),
        "Relisez «\u{a0}A\u{a0}» à la lumière de la condition de la règle, et modifiez ce qu’elle lui reproche."
    );
}

#[test]
fn evidence_of_what_was_looked_at_carries_the_source_and_the_day() {
    let drawing =
        "source pmo \"Registre\"\nimport pmo 2026-11-02\ninitiative a \"A\" owner=Ann key=pmo:P-1";
    let all = said(&with(drawing, &[work("element.owner == 'Ann'")]), Lang::En);
    let row = &all[0].evidence[0];
    assert_eq!(row.text, "Owner: Ann");
    assert_eq!(row.source, "Registre");
    assert_eq!(row.date, Date::from_ymd_opt(2026, 11, 2));
    assert_eq!(row.element.as_ref().unwrap().as_str(), "a");
}

#[test]
fn a_rule_in_trouble_says_so_in_both_languages_and_accuses_nobody() {
    let wide = format!("objective o \"O\"\n{}x initiative i \"I\" -> o", 200);
    for (kind, when, en, fr) in [
        (
            ElementKind::Initiative,
            "element.nothing == 1",
            "Rule X001 (Some fault) could not be run: elements of this kind have no field “nothing”.",
            "La règle X001 (Some fault) n’a pas pu être exécutée\u{a0}: les éléments de cette nature n’ont pas de champ «\u{a0}nothing\u{a0}».",
        ),
        (
            ElementKind::Objective,
            "1 / size(up) == 1",
            "Rule X001 (Some fault) could not be run on 1 of its elements, first on “O”: a number is divided by zero.",
            "La règle X001 (Some fault) n’a pas pu être exécutée sur 1 de ses éléments, d’abord sur «\u{a0}O\u{a0}»\u{a0}: un nombre est divisé par zéro.",
        ),
        (
            ElementKind::Objective,
            "down.all(a, down.all(b, true))",
            "Rule X001 (Some fault) takes more than 20000 steps on one element and was switched off. The rest of the check is complete.",
            "La règle X001 (Some fault) demande plus de 20000 étapes pour un élément et a été désactivée. Le reste du contrôle est complet.",
        ),
    ] {
        let portfolio = with(&wide, &[rule("X001", kind, when)]);
        for (lang, text) in [(Lang::En, en), (Lang::Fr, fr)] {
            let all = said(&portfolio, lang);
            assert_eq!(all.len(), 1, "{when}");
            let it = &all[0];
            assert_eq!(it.message, text);
            assert_eq!(
                (it.severity, it.result),
                (Severity::Info, Outcome::CannotTell)
            );
            assert!(it.subject.is_none() && it.evidence.is_empty() && it.money.is_empty());
            assert_eq!(it.key, "X001:rule");
            assert!(it.advice.ends_with('.') && !it.missing.is_empty());
        }
    }
}

#[test]
fn a_rule_is_explained_by_what_it_asks_and_who_wrote_it() {
    let mut rule = work(" size(up) == 0 ");
    rule.written_by = " A. Roux ".to_owned();
    rule.advice = "Draw a line.".to_owned();
    let [en, fr] = [Lang::En, Lang::Fr].map(|lang| own_text(&rule, lang));
    assert_eq!(en.what, "It fires when this is true: size(up) == 0");
    assert_eq!(
        fr.what,
        "Elle se déclenche quand ceci est vrai\u{a0}: size(up) == 0"
    );
    assert_eq!(
        (en.why.as_str(), fr.why.as_str()),
        ("Written by A. Roux.", "Écrite par A. Roux.")
    );
    assert_eq!(
        (en.how.as_str(), en.title.as_str()),
        ("Draw a line.", "Some fault")
    );
    assert!(en.parameters.is_empty());
    rule.written_by = " ".to_owned();
    rule.title = String::new();
    let text = own_text(&rule, Lang::En);
    assert_eq!((text.why.as_str(), text.title.as_str()), ("", "some-fault"));
}

#[test]
fn the_severity_is_that_of_the_rule_raised_by_what_is_large_and_set_by_the_portfolio() {
    let severity = |drawing: &str, severity| {
        let mut rule = work("element.title == 'Large'");
        rule.severity = severity;
        said(&with(drawing, &[rule]), Lang::En)[0].severity
    };
    let large = "initiative a \"Large\" state=active budget=\"9 M EUR\"\ninitiative b \"B\" state=active budget=\"1 EUR\"";
    let small = "initiative a \"Large\" state=active budget=\"1 EUR\"\ninitiative b \"B\" state=active budget=\"9 M EUR\"";
    assert_eq!(severity(small, Severity::Medium), Severity::Medium);
    assert_eq!(severity(large, Severity::Medium), Severity::High);
    assert_eq!(
        severity("initiative a \"Large\" state=idea", Severity::Medium),
        Severity::Low
    );
    let set = format!("{large}\nsetting X001.severity=info");
    assert_eq!(severity(&set, Severity::High), Severity::Info);
}

#[test]
fn rules_of_each_kind_judge_elements_of_that_kind_only() {
    let drawing = "driver d \"D\"\npriority p \"P\"\nobjective o \"O\"\noutcome e \"E\"\nchange c \"C\"\ncapability f \"F\"\ninitiative i \"I\"\nsystem s \"S\"\nteam t \"T\"\nindicator k \"K\"\nassumption a \"A\"\ndecision x \"X\"\nperson m \"M\"\nterm n \"N\"";
    let rules: Vec<OwnRule> = ElementKind::ALL
        .iter()
        .enumerate()
        .map(|(n, kind)| rule(&format!("X{n:03}"), *kind, "true"))
        .collect();
    let all = said(&with(drawing, &rules), Lang::Fr);
    assert_eq!(all.len(), ElementKind::ALL.len());
    for it in &all {
        let kind = it.subject.as_ref().unwrap().kind;
        let own = rules.iter().find(|rule| rule.code == it.code).unwrap();
        assert_eq!(kind, own.applies_to);
    }
}
