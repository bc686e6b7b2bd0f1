//! Owns the list of rules about search results and previews in other places.

use super::rules;

rules! {}
