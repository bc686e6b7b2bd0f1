//! Owns values by the id of a rule: few, kept sorted.

/// A value for each of some rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ByName<V>(Vec<(&'static str, V)>);

impl<V> Default for ByName<V> {
    fn default() -> Self {
        ByName::new()
    }
}

impl<V> ByName<V> {
    /// Holds nothing.
    pub(crate) const fn new() -> Self {
        ByName(Vec::new())
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (*known).cmp(name))
    }

    /// The value of a rule.
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        let at = self.find(name).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// The values, by the rules' ids.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Gives a rule a value instead of the one it has.
    pub(crate) fn set(&mut self, name: &'static str, value: V) {
        match self.find(name) {
            Ok(at) => {
                if let Some((_, known)) = self.0.get_mut(at) {
                    *known = value;
                }
            }
            Err(at) => self.0.insert(at, (name, value)),
        }
    }
}
