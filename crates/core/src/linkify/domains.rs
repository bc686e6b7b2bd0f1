//! Owns what is a domain: its last two segments have no underscore
//! (<https://github.github.com/gfm/#valid-domain>).

/// The last run of a domain's characters, so that a text of many beginnings is not looked at from each of them.
#[derive(Debug, Default)]
pub(super) struct Domains {
    /// Where its domain ends.
    end: usize,
    /// Where the last underscore of the domain's last two segments stands.
    underscore: Option<usize>,
    /// Where the run ends; what begins before it belongs to it.
    run_end: usize,
}

impl Domains {
    /// Where the valid domain that starts at `at` ends. `is_in` says what it is made of, `length` how much of such a
    /// run it is, given what follows. Places only go forward.
    pub(super) fn end(
        &mut self,
        text: &str,
        at: usize,
        is_in: fn(char) -> bool,
        length: fn(&str, &str) -> usize,
    ) -> Option<usize> {
        if at >= self.run_end {
            let (run, rest) = {
                let text = text.get(at..)?;
                text.split_at_checked(text.find(|c| !is_in(c)).unwrap_or(text.len()))?
            };
            let domain = run.get(..length(run, rest))?;
            let last_two = domain.rmatch_indices('.').nth(1).map_or(0, |(dot, _)| dot + 1);
            *self = Domains {
                end: at + domain.len(),
                underscore: domain.rfind('_').filter(|place| *place >= last_two).map(|place| at + place),
                run_end: at + run.len().max(1),
            };
        }
        (at < self.end && self.underscore.is_none_or(|place| place < at)).then_some(self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, Option<usize>)]) {
        let mut domains = Domains::default();
        for (at, end) in expected {
            let is_in = |c: char| c.is_alphanumeric() || "-_.".contains(c);
            assert_eq!(domains.end(text, *at, is_in, |run, _| run.len()), *end, "at {at}");
        }
    }

    #[test]
    fn underscores_count_in_the_last_two_segments() {
        check("a_b.c.d e", &[(0, Some(7)), (2, Some(7)), (8, Some(9))]);
        check("a.b_c.d", &[(0, None), (2, None), (4, Some(7))]);
        check("a.b.c_", &[(0, None), (5, None)]);
    }
}
