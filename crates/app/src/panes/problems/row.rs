//! Owns one finding in the list: its place, its quick fixes, and what else can be done about it and its like.

use super::super::menu::{Deed, Group, Item, Mark, Menu};
use super::super::prose::prose;
use crate::fixes;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Dialog, Msg, SEVERITIES, severity_name};
use crate::tally::class_of;
use foreword_wire::{Command, Diagnostic, Fix, LintAsk, Range16, RuleLevel, Severity, SpellingAsk};
use yew::prelude::*;

/// What the kernel calls findings of the spell checker, which is no rule of the linter.
const SPELLING: &str = "spelling";

#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    /// The revision that the findings count in.
    pub(super) rev: u32,
    /// Which of all findings it is.
    pub(super) index: usize,
    pub(super) finding: Diagnostic,
    pub(super) diagnostics: Shared<Vec<Diagnostic>>,
    /// What a person chose about its rule.
    pub(super) level: Option<RuleLevel>,
    pub(super) reveal: Callback<Range16>,
    pub(super) send: Callback<Msg>,
}

/// A finding.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let finding = &props.finding;
    let range = finding.range;
    let icon = match finding.severity {
        Severity::Error => Icon::Error,
        Severity::Warning => Icon::Warning,
        Severity::Info => Icon::Info,
    };
    html! {
        <li class={classes!("problem", class_of(finding.severity))}>
            <div class="problem-row">
                <button
                    type="button"
                    class="problem-jump"
                    onclick={props.reveal.reform(move |_: MouseEvent| range)}
                >
                    <span role="img" aria-label={severity_name(finding.severity).0}>{ icon.svg() }</span>
                    <span class="problem-text">
                        <span class="problem-message" dir="auto">{ prose(&finding.message) }</span>
                        <span class="problem-place">
                            { format!("Line {}", finding.line) }
                            <span class="problem-rule">{ &finding.rule }</span>
                        </span>
                    </span>
                </button>
                <Menu
                    class="tool"
                    label={format!("More about {}, line {}", finding.rule, finding.line)}
                    title={finding.rule.clone()}
                    groups={choices(props)}
                    send={props.send.clone()}
                >
                    { Icon::More.svg() }
                </Menu>
            </div>
            if !finding.fixes.is_empty() {
                <div class="fixes">
                    for fix in &finding.fixes {
                        { draw_fix(fix, props.rev) }
                    }
                </div>
            }
        </li>
    }
}

fn choices(props: &RowProps) -> Vec<Group> {
    let rule = &props.finding.rule;
    if rule == SPELLING {
        let off = Command::Spelling { ask: SpellingAsk::Check { on: false } };
        let items = vec![
            Item::new("Your words…", Deed::Dialog(Dialog::Words)),
            Item::new("Switch spell checking off", Deed::Kernel(off)),
        ];
        return vec![Group { title: None, items }];
    }
    let lint = |ask: LintAsk| Deed::Kernel(Command::Lint { ask });
    let mut about = vec![Item {
        icon: Some(Icon::About),
        ..Item::new("Why?", lint(LintAsk::Why { rule: rule.clone() }))
    }];
    let same: Vec<&Diagnostic> = props.diagnostics.iter().filter(|finding| finding.rule == *rule).collect();
    let mendable = same.iter().filter(|finding| !finding.fixes.is_empty()).count();
    if mendable > 1 {
        let edits = fixes::all_first(same.iter().copied());
        about.push(Item {
            icon: Some(Icon::Fix),
            ..Item::new(
                format!("Fix all of this rule ({mendable})"),
                Deed::Kernel(Command::ApplyEdits { rev: props.rev, edits }),
            )
        });
    }
    let off = vec![
        Item {
            about: Some("Puts a comment into the post, which readers do not see".into()),
            ..Item::new("Turn off in this post", lint(LintAsk::DisableHere { rule: rule.clone() }))
        },
        Item::new("Turn off in every post", lint(set(rule, None))),
    ];
    let severities = SEVERITIES.iter().map(|severity| {
        let (name, _) = severity_name(*severity);
        Item {
            mark: Mark::Radio(props.finding.severity == *severity),
            ..Item::new(name, lint(set(rule, Some(*severity))))
        }
    });
    let mut severities: Vec<Item> = severities.collect();
    if props.level.is_some() {
        let reset = LintAsk::Reset { rule: Some(rule.clone()) };
        severities.push(Item { icon: Some(Icon::Undo), ..Item::new("Default", lint(reset)) });
    }
    vec![
        Group { title: None, items: about },
        Group { title: None, items: off },
        Group { title: Some("Count this as".into()), items: severities },
    ]
}

fn set(rule: &str, level: Option<Severity>) -> LintAsk {
    LintAsk::Set { level: RuleLevel { rule: rule.to_owned(), level } }
}

fn draw_fix(fix: &Fix, rev: u32) -> Html {
    html! {
        <button type="button" class="button fix" onclick={apply(rev, fix)}>
            { Icon::Fix.svg() }
            <span dir="auto">{ prose(&fix.title) }</span>
        </button>
    }
}

fn apply(rev: u32, fix: &Fix) -> Callback<MouseEvent> {
    let command = match &fix.word {
        Some(word) => Command::Spelling { ask: SpellingAsk::Add { word: word.clone() } },
        None => Command::ApplyEdits { rev, edits: fix.edits.clone() },
    };
    Callback::from(move |_| kernel::run(&command))
}
