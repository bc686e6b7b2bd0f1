//! Owns reading how many tests ran from what each runner prints.

use std::ops::Add;

/// How many checks ended well, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// The sum of all `test result:` lines that cargo's and wasm-bindgen's test runners print.
pub(crate) fn of_cargo_test(output: &str) -> Counts {
    output
        .lines()
        .filter_map(|line| line.split_once("test result: ").map(|(_, rest)| rest))
        .map(|line| Counts { passed: before(line, " passed"), failed: before(line, " failed") })
        .fold(Counts::default(), Counts::add)
}

/// The `pass` and `fail` lines of Node's test runner, in either of its formats.
pub(crate) fn of_node_test(output: &str) -> Counts {
    let sum = |word: &str| {
        output
            .lines()
            .filter_map(|line| {
                line.trim().strip_prefix(['#', 'ℹ'])?.trim().strip_prefix(word)?.trim().parse::<u32>().ok()
            })
            .sum()
    };
    Counts { passed: sum("pass "), failed: sum("fail ") }
}

/// The last line of the form `N passed, N failed`.
pub(crate) fn of_summary(output: &str) -> Counts {
    output
        .lines()
        .rev()
        .find(|line| line.contains(" passed, ") && line.trim_end().ends_with(" failed"))
        .map_or(Counts::default(), |line| Counts {
            passed: before(line, " passed"),
            failed: before(line, " failed"),
        })
}

/// How many different files rustfmt says that it looked at, and how many it would write otherwise.
pub(crate) fn of_formatted_files(output: &str) -> Counts {
    let different = |start: &str| {
        let lines = output.lines().filter_map(|line| line.strip_prefix(start));
        // What follows the path is the line of the difference: `/a.rs:7:`.
        let mut files: Vec<_> = lines.filter_map(|path| path.split(".rs").next()).collect();
        files.sort_unstable();
        files.dedup();
        number(files.len())
    };
    let failed = different("Diff in ");
    Counts { passed: different("Formatting ").saturating_sub(failed), failed }
}

/// How many of the project's packages cargo says that it checked or found checked.
pub(crate) fn of_checked_packages(output: &str) -> Counts {
    let mut packages: Vec<_> = output
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            matches!(words.next(), Some("Checking" | "Fresh")).then(|| words.next()).flatten()
        })
        .filter(|name| name.starts_with("foreword-"))
        .collect();
    packages.sort_unstable();
    packages.dedup();
    Counts { passed: number(packages.len()), failed: 0 }
}

/// How many files of the project the TypeScript compiler says that it read.
pub(crate) fn of_typescript_files(output: &str) -> Counts {
    let own = |line: &&str| line.ends_with(".ts") && !line.contains("node_modules") && !line.contains(": ");
    Counts { passed: number(output.lines().filter(own).count()), failed: 0 }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The number that stands right before a word; 0 when there is none.
fn before(line: &str, word: &str) -> u32 {
    line.split_once(word)
        .and_then(|(start, _)| start.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{
        Counts, of_cargo_test, of_checked_packages, of_formatted_files, of_node_test, of_summary,
        of_typescript_files,
    };

    fn counts(passed: u32, failed: u32) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn cargo_test_results_are_added_up() {
        let output = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 0 ignored\n\
                      test result: FAILED. 10 passed; 2 failed; 0 ignored; finished in 0.10s\n";
        assert_eq!(of_cargo_test(output), counts(13, 2));
        assert_eq!(of_cargo_test("error: could not compile"), counts(0, 0));
    }

    #[test]
    fn both_formats_of_node_are_read() {
        assert_eq!(of_node_test("# tests 3\n# pass 2\n# fail 1\n"), counts(2, 1));
        assert_eq!(of_node_test("ℹ tests 4\nℹ pass 4\nℹ fail 0\n"), counts(4, 0));
    }

    #[test]
    fn the_last_summary_counts() {
        assert_eq!(of_summary("post 1: 3 passed, 0 failed\n40 passed, 2 failed\nbye\n"), counts(40, 2));
        assert_eq!(of_summary("nothing"), counts(0, 0));
    }

    #[test]
    fn files_and_packages_are_counted_once() {
        assert_eq!(
            of_formatted_files("Formatting /a.rs\nFormatting /b.rs\nFormatting /a.rs\nSpent 1\n"),
            counts(2, 0)
        );
        let cargo =
            "   Checking foreword-core v0.1.0\n       Fresh foreword-core v0.1.0\n       Fresh serde v1\n";
        assert_eq!(of_checked_packages(cargo), counts(1, 0));
        assert_eq!(of_typescript_files("/p/www/node_modules/x.d.ts\n/p/www/src/a.ts\n"), counts(1, 0));
    }
}
