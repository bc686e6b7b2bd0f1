//! Owns the dialog of all rules: what each is about, and how much it matters.

use super::super::counted;
use super::ask;
use crate::fields::picker::Modal;
use crate::fields::typed_in;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{GROUPS, Lint, Msg, SEVERITIES, group_name, severity_name};
use foreword_wire::{Command, LintAsk, RuleGroup, RuleInfo, RuleLevel, Severity};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct RulesProps {
    pub(crate) open: bool,
    pub(crate) lint: Lint,
    pub(crate) send: Callback<Msg>,
}

/// All rules, while the dialog is open.
#[component]
pub(crate) fn Rules(props: &RulesProps) -> Html {
    let sought = use_state_eq(String::new);
    if !props.open {
        return Html::default();
    }
    let oninput = {
        let set = sought.setter();
        Callback::from(move |event: InputEvent| set.set(typed_in(&event).to_lowercase()))
    };
    let chosen = props.lint.levels.len();
    html! {
        <Modal title="Rules" class="rules-dialog" close={props.send.reform(|()| Msg::DialogClosed)}>
            <p class="quiet">
                { "What you choose here counts for every post in this browser. A site says the same in its " }
                <code>{ ".foreword.toml" }</code>
                { ", a post in a comment." }
            </p>
            <div class="rules-head">
                <input
                    class="input"
                    type="search"
                    placeholder="Find a rule"
                    aria-label="Find a rule"
                    autocomplete="off"
                    spellcheck="false"
                    {oninput}
                />
                if chosen > 0 {
                    <button type="button" class="button" onclick={ask(LintAsk::Reset { rule: None })}>
                        { format!("Reset {}", counted(chosen, "rule", "rules")) }
                    </button>
                }
            </div>
            for (group, _) in GROUPS {
                { draw_group(group, &props.lint, &props.lint.rules, &sought) }
            }
            if !props.lint.rules.iter().any(|rule| matches(rule, &sought)) {
                <p class="quiet" role="status">{ "No rule has such a name." }</p>
            }
        </Modal>
    }
}

fn draw_group(group: RuleGroup, lint: &Lint, rules: &Shared<Vec<RuleInfo>>, sought: &str) -> Html {
    let list = rules.iter().filter(|rule| rule.group == group && matches(rule, sought));
    let list: Vec<&RuleInfo> = list.collect();
    html! {
        if !list.is_empty() {
            <section class="rules">
                <h3>{ group_name(group) }</h3>
                <ul role="list">
                    for rule in list {
                        <li key={rule.id.clone()}>
                            <label class="rule-id" for={["rule-", &rule.id].concat()}>{ &rule.id }</label>
                            <button
                                type="button"
                                class="quiet-button"
                                aria-label={format!("Why {}?", rule.id)}
                                onclick={ask(LintAsk::Why { rule: rule.id.clone() })}
                            >
                                { "Why?" }
                            </button>
                            { level(rule, lint.chosen(&rule.id)) }
                        </li>
                    }
                </ul>
            </section>
        }
    }
}

/// Words in any order, of the rule's id or its group.
fn matches(rule: &RuleInfo, sought: &str) -> bool {
    let group = group_name(rule.group).to_lowercase();
    sought.split_whitespace().all(|word| rule.id.contains(word) || group.contains(word))
}

/// The choice of how much a rule matters.
fn level(rule: &RuleInfo, chosen: Option<&RuleLevel>) -> Html {
    let now = match chosen {
        None => "",
        Some(RuleLevel { level: None, .. }) => "off",
        Some(RuleLevel { level: Some(severity), .. }) => severity_name(*severity).0,
    };
    let onchange = {
        let id = rule.id.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            kernel::run(&Command::Lint { ask: wanted(&id, &select.value()) });
        })
    };
    let default = rule.level.map_or("off", |severity| severity_name(severity).0);
    html! {
        <select class="input" id={["rule-", &rule.id].concat()} {onchange}>
            <option value="" selected={now.is_empty()}>{ format!("Default: {default}") }</option>
            for severity in SEVERITIES {
                { option(severity_name(severity).0, now) }
            }
            { option("off", now) }
        </select>
    }
}

fn option(name: &'static str, now: &str) -> Html {
    html! { <option value={name} selected={name == now}>{ name }</option> }
}

fn wanted(rule: &str, value: &str) -> LintAsk {
    let severity: Option<Severity> =
        SEVERITIES.into_iter().find(|severity| severity_name(*severity).0 == value);
    match (value, severity) {
        ("off", _) | (_, Some(_)) => {
            LintAsk::Set { level: RuleLevel { rule: rule.to_owned(), level: severity } }
        }
        _ => LintAsk::Reset { rule: Some(rule.to_owned()) },
    }
}
