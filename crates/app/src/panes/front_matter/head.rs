//! Owns the line above the fields: the header's language, and whose keys it has.

use crate::icons::Icon;
use crate::panes::menu::{Deed, Group, Item, Mark, Menu};
use crate::panes::prose::prose;
use crate::shared::Shared;
use crate::state::Msg;
use foreword_wire::{Change, Command, Form, FrontMatterFormat, GeneratorChoice, GeneratorInfo};
use yew::prelude::*;

/// The languages, with their names.
pub(crate) const FORMATS: [(FrontMatterFormat, &str); 3] =
    [(FrontMatterFormat::Yaml, "YAML"), (FrontMatterFormat::Toml, "TOML"), (FrontMatterFormat::Json, "JSON")];

#[derive(Properties, PartialEq)]
pub(crate) struct HeadProps {
    pub(crate) form: Shared<Option<Form>>,
    pub(crate) generator: Shared<Option<GeneratorChoice>>,
    pub(crate) generators: Shared<Vec<GeneratorInfo>>,
    pub(crate) locked: bool,
    pub(crate) send: Callback<Msg>,
}

/// Two menus.
#[component]
pub(crate) fn Head(props: &HeadProps) -> Html {
    let format = props.form.as_ref().as_ref().and_then(|form| form.format);
    let name = FORMATS.iter().find(|(known, _)| Some(*known) == format).map_or("", |(_, name)| *name);
    html! {
        <div class="form-head">
            <Menu
                class="quiet-button"
                title="Front matter"
                groups={changes_of(format, props.locked)}
                send={props.send.clone()}
            >
                <span class="hidden">{ "Front matter in " }</span>
                { name }
                { Icon::ChevronDown.svg() }
            </Menu>
            if let Some(choice) = props.generator.as_ref() {
                <Menu
                    class="quiet-button"
                    title="Whose keys"
                    intro={html! { <p>{ prose(&choice.reason) }</p> }}
                    groups={generators(choice, &props.generators)}
                    send={props.send.clone()}
                >
                    { if choice.id == "generic" { "Keys of any site".to_owned() } else { ["Keys of", &choice.name].join(" ") } }
                    { Icon::ChevronDown.svg() }
                </Menu>
            }
        </div>
    }
}

fn changes_of(format: Option<FrontMatterFormat>, locked: bool) -> Vec<Group> {
    let item = |label: String, change: Change| Item {
        disabled: locked,
        ..Item::new(label, Deed::Kernel(Command::Change { change, typing: false }))
    };
    let convert = FORMATS
        .iter()
        .filter(|(to, _)| Some(*to) != format)
        .map(|(to, name)| item(["Convert to", name].join(" "), Change::Convert { format: *to }));
    let remove =
        Item { class: classes!("danger"), ..item("Remove front matter".to_owned(), Change::RemoveHeader) };
    vec![Group { title: None, items: convert.collect() }, Group { title: None, items: vec![remove] }]
}

fn generators(choice: &GeneratorChoice, all: &[GeneratorInfo]) -> Vec<Group> {
    let item = |label: String, on: bool, id: Option<String>| Item {
        mark: Mark::Radio(on),
        ..Item::new(label, Deed::Kernel(Command::SetGenerator { id }))
    };
    let detect = item("Detect from the post".to_owned(), !choice.by_hand, None);
    let by_hand = all
        .iter()
        .map(|info| item(info.name.clone(), choice.by_hand && choice.id == info.id, Some(info.id.clone())));
    vec![
        Group { title: None, items: vec![detect] },
        Group { title: Some("Always use".into()), items: by_hand.collect() },
    ]
}
