//! Counting tests by reading the closing lines of cargo's and Vitest's test runners.
//!
//! A test that cannot run here because something is absent says so with a line `skipped: REASON` and returns; its
//! runner counts it as passed and shows what it said below its name, this file counts it as skipped.

/// How many tests ran and how they ended, over all runners read so far.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    reported_passed: usize,
    failed: usize,
    /// Tests that a runner reported as passed though they said that they were skipped.
    skipped_as_passed: usize,
    skipped: Vec<String>,
    /// The passed test whose words are being shown.
    speaker: Option<String>,
}

impl Tally {
    pub(crate) fn passed(&self) -> usize {
        self.reported_passed.saturating_sub(self.skipped_as_passed)
    }

    pub(crate) fn failed(&self) -> usize {
        self.failed
    }

    /// The names of the tests that did not run, with the reason where it was given.
    pub(crate) fn skipped(&self) -> &[String] {
        &self.skipped
    }

    /// Counts a check that is no test of a runner: it failed, so the sum must not look clean.
    pub(crate) fn fail(&mut self) {
        self.failed += 1;
    }

    /// Counts a check that was left out.
    pub(crate) fn skip(&mut self, name: String) {
        self.skipped.push(name);
    }

    /// Reads one line of a runner's output.
    pub(crate) fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result:") {
            // "ok. 12 passed; 0 failed; 1 ignored; …": ignored tests were already read by name.
            let counts = counts.split_once('.').map_or(counts, |(_, counts)| counts);
            self.reported_passed += number_before(counts, ';', "passed");
            self.failed += number_before(counts, ';', "failed");
        } else if let Some(counts) = line.strip_prefix("Tests ") {
            // Vitest: "Tests  1 failed | 12 passed | 2 skipped (15)".
            let counts = counts.split('(').next().unwrap_or(counts);
            self.reported_passed += number_before(counts, '|', "passed");
            self.failed += number_before(counts, '|', "failed");
            let left_out =
                number_before(counts, '|', "skipped") + number_before(counts, '|', "todo");
            self.skipped
                .extend((0..left_out).map(|_| "a UI test, named by Vitest above".to_owned()));
        } else if let Some(name) = line
            .strip_prefix("---- ")
            .and_then(|rest| rest.strip_suffix(" stdout ----"))
        {
            self.speaker = Some(name.to_owned());
        } else if let Some(reason) = line.strip_prefix("skipped: ") {
            // Taken, because a test that misses several things is still one test.
            if let Some(name) = self.speaker.take() {
                self.skipped_as_passed += 1;
                self.skipped.push(format!("{name}: {reason}"));
            }
        } else if let Some((name, _)) = line
            .strip_prefix("test ")
            .and_then(|rest| rest.split_once(" ... ignored"))
        {
            self.skipped.push(name.to_owned());
        }
    }
}

/// The number in the part of `counts` that ends with `word`, 0 where there is none.
fn number_before(counts: &str, separator: char, word: &str) -> usize {
    counts
        .split(separator)
        .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn read(text: &str) -> Tally {
        let mut tally = Tally::default();
        text.lines().for_each(|line| tally.read(line));
        tally
    }

    fn sum(tally: &Tally) -> (usize, usize, usize) {
        (tally.passed(), tally.failed(), tally.skipped().len())
    }

    #[test]
    fn closing_lines_of_several_cargo_programs_add_up() {
        let tally = read(
            "test undo_restores_removed_links ... ok\n\
             test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
             test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n",
        );
        assert_eq!(sum(&tally), (15, 2, 0));
    }

    #[test]
    fn ignored_tests_are_skipped_by_name() {
        let tally = read(
            "test far::slow ... ignored, takes an hour\n\
             test result: ok. 1 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n",
        );
        assert_eq!(tally.skipped(), ["far::slow"]);
        assert_eq!(sum(&tally), (1, 0, 1));
    }

    #[test]
    fn a_test_that_says_it_was_skipped_is_not_counted_as_passed() {
        let tally = read(
            "---- real::the_workbook_matches_its_twin stdout ----\n\
             skipped: a.xlsx absent\nskipped: a.csv absent\n\
             test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n",
        );
        assert_eq!(sum(&tally), (4, 0, 1));
        assert_eq!(
            tally.skipped(),
            ["real::the_workbook_matches_its_twin: a.xlsx absent"]
        );
    }

    #[test]
    fn vitest_counts_are_read_in_any_order() {
        let tally =
            read(" Test Files  2 passed (2)\n      Tests  1 failed | 12 passed | 2 skipped (15)\n");
        assert_eq!(sum(&tally), (12, 1, 2));
    }
}
