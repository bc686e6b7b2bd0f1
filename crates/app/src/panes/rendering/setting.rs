//! Owns one setting of the rendering: its name and meaning, a fitting widget, and who set it.

use super::ask;
use crate::fields::typed::use_typed;
use crate::icons::Icon;
use crate::panes::prose::prose;
use crate::roving;
use foreword_wire::{RenderSetting, RenderingAsk, SettingFrom, SettingName, SettingValues};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SettingProps {
    pub(super) setting: RenderSetting,
    /// Name of the dialect.
    pub(super) dialect: String,
}

/// An item of the list.
#[component]
pub(super) fn Setting(props: &SettingProps) -> Html {
    let setting = &props.setting;
    let title = title(&setting.key);
    let id = ["setting-", &setting.key].concat();
    let about = [&id, "-about"].concat();
    let by_hand = setting.from == SettingFrom::ByHand;
    let reset = {
        let (key, id) = (setting.key.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes with what it resets.
            focus(&id);
            ask(RenderingAsk::Reset { key: Some(key.clone()) });
        })
    };
    html! {
        <li class={classes!("setting", by_hand.then_some("by-hand"))}>
            <div class="setting-head">
                <label for={id.clone()}>{ title.clone() }</label>
                if by_hand {
                    <button
                        type="button"
                        class="quiet-button"
                        aria-label={["Reset ", &title].concat()}
                        title={["Back to: ", &shown(setting, &setting.default)].concat()}
                        onclick={reset}
                    >
                        { Icon::Undo.svg() }
                        { "Reset" }
                    </button>
                }
            </div>
            <p class="setting-about" id={about.clone()}>{ prose(&sentence(&setting.about)) }</p>
            <Widget setting={setting.clone()} {id} {about} />
            <p class="setting-from">{ origin(setting, &props.dialect) }</p>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct WidgetProps {
    setting: RenderSetting,
    id: String,
    /// Id of the description.
    about: String,
}

#[component]
fn Widget(props: &WidgetProps) -> Html {
    let set = {
        let key = props.setting.key.clone();
        Callback::from(move |value: String| ask(RenderingAsk::Set { key: key.clone(), value }))
    };
    match &props.setting.values {
        SettingValues::Switch => switch(props, set),
        SettingValues::OneOf { names } => select(props, names, set),
        SettingValues::Text => html! {
            <Text
                id={props.id.clone()}
                about={props.about.clone()}
                value={AttrValue::from(props.setting.value.clone())}
                {set}
            />
        },
    }
}

fn switch(props: &WidgetProps, set: Callback<String>) -> Html {
    let on = props.setting.value == "on";
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            set.emit(if input.checked() { "on" } else { "off" }.to_owned());
        }
    });
    html! {
        <span class="switch-line">
            <input
                class="switch"
                id={props.id.clone()}
                type="checkbox"
                role="switch"
                checked={on}
                aria-describedby={props.about.clone()}
                {onchange}
            />
            <span class="switch-word" aria-hidden="true">{ if on { "on" } else { "off" } }</span>
        </span>
    }
}

fn select(props: &WidgetProps, names: &[SettingName], set: Callback<String>) -> Html {
    let RenderSetting { value, default, .. } = &props.setting;
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            set.emit(select.value());
        }
    });
    let meaning = [&props.id, "-meaning"].concat();
    let chosen = names.iter().find(|known| known.name == *value).map_or("", |known| &known.meaning);
    html! {
        <>
            <select
                class="input"
                id={props.id.clone()}
                aria-describedby={[&props.about, " ", &meaning].concat()}
                {onchange}
            >
                for known in names {
                    <option value={known.name.clone()} selected={known.name == *value}>
                        { known.name.clone() }
                        { if known.name == *default { " (default)" } else { "" } }
                    </option>
                }
            </select>
            <p class="setting-meaning" id={meaning}>{ prose(chosen) }</p>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct TextProps {
    id: String,
    about: String,
    value: AttrValue,
    set: Callback<String>,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let set = props.set.clone();
    let send = Callback::from(move |text: AttrValue| {
        set.emit(text.to_string());
        true
    });
    let typed = use_typed(props.value.clone(), false, send);
    html! {
        <input
            class="input"
            id={props.id.clone()}
            type="text"
            value={typed.value}
            placeholder="Not set"
            autocomplete="off"
            spellcheck="false"
            dir="ltr"
            aria-describedby={props.about.clone()}
            oninput={typed.oninput}
            onblur={typed.onblur}
        />
    }
}

fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        roving::focus(&element);
    }
}

/// The name of a setting as it is read: `raw-html` is “Raw HTML”.
fn title(key: &str) -> String {
    sentence_case(&key.replace('-', " ").replace("html", "HTML"))
}

/// A phrase as a sentence.
fn sentence(about: &str) -> String {
    [&sentence_case(about), "."].concat()
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A value as it is read.
fn shown(setting: &RenderSetting, value: &str) -> String {
    match setting.values {
        SettingValues::Text if value.is_empty() => "not set".to_owned(),
        _ => value.to_owned(),
    }
}

/// Who set it, as a sentence.
fn origin(setting: &RenderSetting, dialect: &str) -> String {
    match &setting.from {
        SettingFrom::Dialect => format!("Default of {dialect}."),
        SettingFrom::Site { file, line } => format!("Set by {file}, line {line}."),
        SettingFrom::ByHand => {
            format!("Set by hand. Default of {dialect}: {}.", shown(setting, &setting.default))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(from: SettingFrom) -> RenderSetting {
        RenderSetting {
            key: "permalink".to_owned(),
            about: "the post's address".to_owned(),
            values: SettingValues::Text,
            value: "/a/".to_owned(),
            default: String::new(),
            from,
        }
    }

    #[test]
    fn names_read_as_words() {
        assert_eq!(title("raw-html"), "Raw HTML");
        assert_eq!(title("external-links-no-follow"), "External links no follow");
        assert_eq!(sentence("the post's address"), "The post's address.");
        assert_eq!(sentence(""), ".");
    }

    #[test]
    fn the_origin_says_who() {
        assert_eq!(origin(&setting(SettingFrom::Dialect), "Hugo"), "Default of Hugo.");
        let site = SettingFrom::Site { file: "hugo.toml".to_owned(), line: 7 };
        assert_eq!(origin(&setting(site), "Hugo"), "Set by hugo.toml, line 7.");
        assert_eq!(origin(&setting(SettingFrom::ByHand), "Hugo"), "Set by hand. Default of Hugo: not set.");
    }
}
