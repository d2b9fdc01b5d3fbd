//! Documents that are generated from the code are committed, and fresh.

use std::path::PathBuf;

fn document(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name)
}

#[test]
fn rules_md_says_what_the_rules_say() {
    let wanted = portfolio::rules::document();
    let path = document("rules.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let stands = std::fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        stands == wanted,
        "docs/rules.md is stale; run UPDATE_DOCS=1 cargo test -p portfolio --test house"
    );
    for rule in portfolio::rules::RULES {
        assert!(stands.contains(&format!("### {} {}", rule.code, rule.name)));
    }
}
