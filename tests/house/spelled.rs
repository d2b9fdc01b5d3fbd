//! What findings say word for word: the cases spell it out in English and French, and a person reads it there.
//!
//! Write a bare `says` below a line that expects something, or one `says` and any other word without its text, and
//! run `UPDATE_CASES=1 cargo test -p portfolio --test house spelled`: the texts are written in, to be read and
//! judged. A bare `advises` beside it brings advice, a bare `shows` evidence; `says` alone brings everything.

use crate::rules::file_of;
use portfolio::fixture::{self, Spelled, spelled};
use portfolio::model::Lang;
use portfolio::rules::{Case, Context, Evidence, Finding, Outcome, RULES, Rule, run_one};

type Lines = Vec<(&'static str, String)>;

/// A finding in all the words, as it is found in English and in French.
fn all(en: &Finding, fr: &Finding) -> Lines {
    let mut lines = vec![
        ("says", quoted(&en.message)),
        ("advises", quoted(&en.advice)),
    ];
    lines.extend(en.evidence.iter().map(|it| ("shows", row(it))));
    lines.extend(en.missing.iter().map(|it| ("misses", quoted(&it.text))));
    let related: Vec<&str> = en.related.iter().map(|it| it.id.as_str()).collect();
    let stakes: Vec<String> = en
        .money
        .iter()
        .map(|it| format!("{} {}", it.amount.normalize(), it.currency.as_str()))
        .collect();
    let path: Vec<&str> = en.path.iter().map(|it| it.as_str()).collect();
    let fix: Vec<String> = en
        .fix
        .iter()
        .flatten()
        .map(|it| serde_json::to_string(it).unwrap())
        .collect();
    for (word, text) in [
        ("relates", related.join(",")),
        ("stakes", stakes.join(", ")),
        ("cause", en.cause.clone().unwrap_or_default()),
        ("lights", path.join(" ")),
        ("fixes", fix.join(" ")),
    ] {
        if !text.is_empty() {
            lines.push((word, text));
        }
    }
    lines.push(("says.fr", quoted(&fr.message)));
    lines.push(("advises.fr", quoted(&fr.advice)));
    lines.extend(fr.evidence.iter().map(|it| ("shows.fr", quoted(&it.text))));
    lines.extend(fr.missing.iter().map(|it| ("misses.fr", quoted(&it.text))));
    lines
}

fn row(it: &Evidence) -> String {
    let mut text = quoted(&it.text);
    let mut put = |word: &str, value: String| text.push_str(&format!(" {word}={value}"));
    if let Some(element) = &it.element {
        put("of", element.to_string());
    }
    if let Some(link) = &it.link {
        put("by", link.to_string());
    }
    if let Some(date) = it.date {
        put("on", date.to_string());
    }
    if !it.source.is_empty() {
        put("from", quoted(&it.source));
    }
    text
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The findings of one rule on a case, each with its subject and all that can be spelled out.
fn found(rule: &'static Rule, case: Case) -> Vec<(Finding, Lines)> {
    let drawing = fixture::draw(case.portfolio).unwrap();
    let portfolio = drawing.portfolio();
    let judged = |lang| run_one(rule, &Context::new(&portfolio, drawing.as_of, lang));
    let (en, fr) = (judged(Lang::En), judged(Lang::Fr));
    en.into_iter()
        .map(|en| {
            let fr = fr.iter().find(|it| it.key == en.key).unwrap();
            let lines = all(&en, fr);
            (en, lines)
        })
        .collect()
}

/// Whether every word that is spelled out, is spelled out as it was found.
fn holds(stated: &Spelled, lines: &Lines) -> bool {
    stated.lines.iter().all(|(word, _)| {
        let said = |all: &mut dyn Iterator<Item = (&str, &str)>| -> Vec<String> {
            all.filter(|(it, _)| it == word)
                .map(|(_, text)| text.to_owned())
                .filter(|text| text != "-")
                .collect()
        };
        said(
            &mut stated
                .lines
                .iter()
                .map(|(word, text)| (word.as_str(), text.as_str())),
        ) == said(&mut lines.iter().map(|(word, text)| (*word, text.as_str())))
    })
}

#[test]
fn every_finding_says_what_is_spelled_out() {
    let update = std::env::var_os("UPDATE_CASES").is_some();
    let mut wrong = Vec::new();
    for rule in RULES {
        let path = file_of(rule).with_extension("cases");
        let mut file = std::fs::read_to_string(&path)
            .unwrap()
            .replace("\r\n", "\n");
        let stood = file.clone();
        for case in rule.cases() {
            let drawing = fixture::draw(case.portfolio)
                .unwrap_or_else(|why| panic!("{} {}: {why}", rule.code, case.name));
            if drawing.spelled.is_empty() {
                continue;
            }
            let found = found(rule, case);
            for stated in &drawing.spelled {
                let of_it: Vec<&Lines> = found
                    .iter()
                    .filter(|(it, _)| {
                        it.subject.as_ref().map(|it| &it.id) == stated.subject.as_ref()
                    })
                    .map(|(_, lines)| lines)
                    .collect();
                if !of_it.iter().any(|lines| holds(stated, lines)) {
                    wrong.push(format!(
                        "{} {}\n  stated {:#?}\n  found  {of_it:#?}",
                        rule.code, case.name, stated.lines
                    ));
                }
            }
            if update {
                let told = rewritten(case, &drawing.spelled, &found);
                file = file.replacen(case.portfolio, &told, 1);
            }
        }
        if file != stood {
            std::fs::write(&path, file).unwrap();
        }
    }
    assert!(
        update || wrong.is_empty(),
        "{}\nRead them; if they are right, run UPDATE_CASES=1 cargo test -p portfolio --test house spelled",
        wrong.join("\n")
    );
}

/// The case with the words that it spells out, as they are found now.
fn rewritten(case: Case, all: &[Spelled], found: &[(Finding, Lines)]) -> String {
    let mut text: Vec<String> = Vec::new();
    let mut done = 0;
    for (n, stated) in all.iter().enumerate() {
        let lines = case.portfolio.lines();
        text.extend(
            lines
                .skip(done)
                .take(stated.first - done)
                .map(str::to_owned),
        );
        done = stated.first + stated.lines.len();
        let of_it: Vec<&Lines> = found
            .iter()
            .filter(|(it, _)| it.subject.as_ref().map(|it| &it.id) == stated.subject.as_ref())
            .map(|(_, lines)| lines)
            .collect();
        let before = all[..n]
            .iter()
            .filter(|it| it.subject == stated.subject)
            .count();
        let Some(lines) = of_it
            .iter()
            .find(|lines| {
                stated
                    .lines
                    .iter()
                    .all(|(word, text)| word != "says" || *text == lines[0].1)
            })
            .or_else(|| of_it.get(before))
        else {
            panic!("{}: nothing was found of {:?}", case.name, stated.subject);
        };
        let everything = stated.lines.len() == 1 && stated.lines[0].1.is_empty();
        let asked = |word: &str| {
            let word = word.trim_end_matches(".fr");
            stated.lines.iter().any(|(it, _)| it == word)
        };
        text.extend(
            lines
                .iter()
                .filter(|(word, _)| everything || asked(word))
                .map(|(word, said)| format!("  {word:<10} {said}")),
        );
        // What was asked for and is not there is written as not there.
        let absent = spelled::WORDS.iter().filter(|word| {
            let stands = stated.lines.iter().any(|(it, _)| it == *word);
            stands && !everything && lines.iter().all(|(it, _)| it != *word)
        });
        text.extend(absent.map(|word| format!("  {word:<10} -")));
    }
    text.extend(case.portfolio.lines().skip(done).map(str::to_owned));
    text.join("\n")
}

#[test]
fn the_plainest_case_of_every_rule_is_spelled_out_in_both_languages() {
    for rule in RULES {
        let plainest = rule.cases().next().unwrap();
        let drawing = fixture::draw(plainest.portfolio).unwrap();
        let found = found(rule, plainest);
        let plain = |it: &&(Finding, Lines)| it.0.result == Outcome::Violated;
        assert!(found.iter().any(|it| plain(&it)), "{}", rule.code);
        for word in ["says", "advises", "says.fr", "advises.fr"] {
            let mut words = drawing.spelled.iter().flat_map(|it| &it.lines);
            assert!(
                words.any(|(it, _)| it == word),
                "{} is not spelled out: {word}",
                rule.code
            );
        }
        // Money and rows of evidence are found in both languages, and as many.
        for (finding, lines) in &found {
            let count = |word: &str| lines.iter().filter(|(it, _)| *it == word).count();
            assert_eq!(count("shows"), count("shows.fr"), "{}", finding.key);
            assert_eq!(count("misses"), count("misses.fr"), "{}", finding.key);
        }
    }
}

/// Before a colon, a semicolon, a question or exclamation mark and inside quotation marks, a French line never breaks.
fn loose(text: &str) -> bool {
    [" :", " ;", " ?", " !", " »", "« "]
        .iter()
        .any(|it| text.contains(it))
}

#[test]
fn french_signs_stay_with_their_words() {
    for rule in RULES {
        let fixed = [rule.title, rule.what, rule.why, rule.how].into_iter();
        let fixed = fixed.chain(rule.always_decides());
        let units = rule.thresholds.iter().flat_map(|it| [it.unit, it.source]);
        for said in fixed.chain(units) {
            assert!(!loose(said.fr), "{}: {}", rule.code, said.fr);
        }
        for case in rule.cases() {
            let drawing = fixture::draw(case.portfolio).unwrap();
            let portfolio = drawing.portfolio();
            for it in run_one(rule, &Context::new(&portfolio, drawing.as_of, Lang::Fr)) {
                let rows = it.evidence.iter().map(|it| &it.text);
                for text in rows
                    .chain([&it.message, &it.advice])
                    .chain(it.missing.iter().map(|it| &it.text))
                {
                    assert!(!loose(text), "{} {}: {text}", rule.code, case.name);
                }
            }
        }
    }
}
