//! Owns what is known of the post's rendering: its settings, and the comparison that is looked at.

use crate::shared::Shared;
use foreword_wire::{ComparisonState, RenderSetting, SettingFrom};

/// How the post is rendered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rendering {
    /// The settings in the order to show; empty before the first analysis.
    pub(crate) settings: Shared<Vec<RenderSetting>>,
    /// What became of the comparison that was asked for last.
    pub(crate) comparison: Shared<Option<ComparisonState>>,
}

impl Rendering {
    /// How many settings a person has set for this post.
    pub(crate) fn by_hand(&self) -> usize {
        self.settings.iter().filter(|setting| setting.from == SettingFrom::ByHand).count()
    }

    pub(crate) fn hear_settings(&mut self, settings: Vec<RenderSetting>) {
        self.settings = self.settings.updated(settings);
    }

    pub(crate) fn hear_comparison(&mut self, comparison: ComparisonState) {
        self.comparison = self.comparison.updated(Some(comparison));
    }
}
