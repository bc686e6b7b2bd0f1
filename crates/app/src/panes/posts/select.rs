//! Owns a list of values of which one, or none, is chosen.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SelectProps {
    pub(super) label: &'static str,
    /// Whether the label is seen; it is always heard.
    #[prop_or_default]
    pub(super) bare: bool,
    pub(super) options: Vec<String>,
    /// Which one is chosen.
    pub(super) at: usize,
    pub(super) choose: Callback<usize>,
}

/// The list with its label.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        // Not as an attribute of an option, which no longer counts once a person has chosen.
        use_effect_with((props.options.clone(), props.at), move |(_, at)| {
            if let (Some(select), Ok(at)) = (element.cast::<HtmlSelectElement>(), i32::try_from(*at)) {
                select.set_selected_index(at);
            }
        });
    }
    let onchange = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let index = select.and_then(|select| usize::try_from(select.selected_index()).ok());
            if let Some(index) = index {
                choose.emit(index);
            }
        })
    };
    html! {
        <label class="posts-select">
            <span class={props.bare.then_some("hidden")}>{ props.label }</span>
            <select class="input" ref={element} {onchange}>
                for words in &props.options {
                    <option>{ words }</option>
                }
            </select>
        </label>
    }
}

/// A list of values with their words. `any` stands for none of them; a chosen value that is not among them stays visible.
pub(super) fn select<T: Clone + PartialEq + 'static>(
    label: &'static str,
    any: &str,
    values: Vec<(T, String)>,
    chosen: Option<(T, String)>,
    choose: &Callback<Option<T>>,
) -> Html {
    let (values, at) = with_chosen(values, chosen);
    let (values, words): (Vec<T>, Vec<String>) = values.into_iter().unzip();
    let options = std::iter::once(any.to_owned()).chain(words).collect::<Vec<_>>();
    let choose =
        choose.reform(move |index: usize| index.checked_sub(1).and_then(|index| values.get(index).cloned()));
    html! { <Select {label} {options} {at} {choose} /> }
}

/// The values with the chosen one among them, and its place from 1; 0 where none is chosen.
fn with_chosen<T: PartialEq>(
    mut values: Vec<(T, String)>,
    chosen: Option<(T, String)>,
) -> (Vec<(T, String)>, usize) {
    let Some(chosen) = chosen else {
        return (values, 0);
    };
    if let Some(at) = values.iter().position(|(value, _)| *value == chosen.0) {
        return (values, at + 1);
    }
    values.insert(0, chosen);
    (values, 1)
}

#[cfg(test)]
mod tests {
    use super::with_chosen;

    fn named(values: &[u32]) -> Vec<(u32, String)> {
        values.iter().map(|&value| (value, value.to_string())).collect()
    }

    #[test]
    fn what_is_chosen_is_always_among_the_values() {
        let chosen = |value: u32| Some((value, value.to_string()));
        assert_eq!(with_chosen(named(&[2024, 2023]), None), (named(&[2024, 2023]), 0));
        assert_eq!(with_chosen(named(&[2024, 2023]), chosen(2023)), (named(&[2024, 2023]), 2));
        assert_eq!(with_chosen(named(&[2024, 2023]), chosen(1999)), (named(&[1999, 2024, 2023]), 1));
    }
}
