//! Owns the list of rules about letters and words.

use super::rules;

rules! {}
