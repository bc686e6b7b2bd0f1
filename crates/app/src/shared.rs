//! Owns `Shared`, a value that many components look at and that is compared by identity.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value. Two are equal when they are the same allocation, so comparing props costs nothing.
#[derive(Debug)]
pub(crate) struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a new value.
    pub(crate) fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: PartialEq> Shared<T> {
    /// Takes a new value, but keeps the old allocation when nothing changed, so that nothing is drawn again.
    pub(crate) fn updated(&self, value: T) -> Self {
        if *self.0 == value { self.clone() } else { Self::new(value) }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Shared;

    #[test]
    fn equal_values_keep_their_allocation() {
        let one = Shared::new(vec![1, 2]);
        assert!(one.updated(vec![1, 2]) == one);
        assert!(one.updated(vec![1, 3]) != one);
    }
}
