//! Owns the rules that keep the project's structure: each test states one, and names every place that breaks it.

mod dependencies;
mod headers;
mod manifests;
mod project;
mod words;
