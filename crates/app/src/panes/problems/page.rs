//! Owns the dialog that says what a rule is for.

use super::super::prose::prose;
use super::ask;
use crate::fields::picker::Modal;
use crate::shared::Shared;
use foreword_wire::{LintAsk, RulePage};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct RulePageProps {
    pub(crate) page: Shared<Option<RulePage>>,
}

/// The page of a rule, while it is read.
#[component]
pub(crate) fn RulePageDialog(props: &RulePageProps) -> Html {
    let Some(page) = props.page.as_ref() else {
        return Html::default();
    };
    html! {
        <Modal title={page.id.clone()} class="rule-dialog" close={ask(LintAsk::Close)}>
            <div class="rule-page">
                <p>{ prose(&page.about) }</p>
                <p>{ prose(&page.why) }</p>
                { examples("Problem", "bad", &page.bad) }
                { examples("Better", "good", &page.good) }
                if let Some(fix) = &page.fix {
                    <h3>{ "Fix" }</h3>
                    <p>{ prose(fix) }</p>
                }
                <p class="quiet">
                    { prose(&page.source) }
                </p>
            </div>
        </Modal>
    }
}

fn examples(title: &'static str, class: &'static str, list: &[String]) -> Html {
    html! {
        if !list.is_empty() {
            <h3>{ title }</h3>
            for text in list {
                <pre class={classes!("rule-example", class)} tabindex="0"><code>{ text.trim_end() }</code></pre>
            }
        }
    }
}
