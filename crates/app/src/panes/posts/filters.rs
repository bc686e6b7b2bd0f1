//! Owns the search over the posts of a folder, its filters and its order.

use super::super::search::search;
use super::select::{Select, select};
use crate::icons::Icon;
use crate::looked::{Active, Looked, folder_name, grouped, reading, state_name};
use crate::roving;
use crate::shared::Shared;
use crate::state::Msg;
use foreword_wire::{Facets, PostFilter, PostList, PublishState, Publishes, WordFacet};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

const STATES: [PublishState; 4] =
    [PublishState::Any, PublishState::Now, PublishState::Later, PublishState::Never];

#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    pub(super) list: Shared<Option<PostList>>,
    pub(super) looked: Shared<Looked>,
    pub(super) send: Callback<Msg>,
}

/// Everything that chooses what the list shows, and how many posts that are.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let open = use_state_eq(|| false);
    let tally = use_node_ref();
    let looked = &props.looked;
    let set = props.send.reform(Msg::Looked);
    let facets = props.list.as_ref().map(|list| &list.facets);
    let toggle = {
        let (set, to) = (open.setter(), !*open);
        Callback::from(move |_: MouseEvent| set.set(to))
    };
    let searched = {
        let looked = looked.clone();
        set.reform(move |words: String| looked.with_search(words))
    };
    let filter = {
        let (set, looked) = (set.clone(), looked.clone());
        Callback::from(move |filter: PostFilter| set.emit(looked.with_filter(filter)))
    };
    html! {
        <div class="posts-find">
            { search("Search posts", &looked.search, &searched) }
            <div class="posts-selects">
                { states(looked, facets, &filter) }
                { orders(looked, &set) }
            </div>
            <button
                type="button"
                class="fold"
                aria-expanded={if *open { "true" } else { "false" }}
                aria-controls="more-filters"
                onclick={toggle}
            >
                { Icon::ChevronDown.svg() }
                { "More filters" }
            </button>
            <div id="more-filters" class="posts-selects" hidden={!*open}>
                if let Some(facets) = facets.filter(|_| *open) {
                    { more(looked, facets, &filter) }
                }
            </div>
            { chips(looked, &set, &tally) }
            <p class="posts-tally" tabindex="-1" ref={tally}>
                if let Some(list) = props.list.as_ref() {
                    <span>{ looked.tally(list) }</span>
                    if let Some(words) = reading(list) {
                        <span class="quiet">{ words }</span>
                    }
                }
            </p>
            if let Some(limit) = props.list.as_ref().and_then(|list| list.limit.clone()) {
                <p class="hint">{ limit }</p>
            }
        </div>
    }
}

fn states(looked: &Shared<Looked>, facets: Option<&Facets>, filter: &Callback<PostFilter>) -> Html {
    let options = STATES.iter().map(|state| state_words(*state, facets)).collect::<Vec<_>>();
    let at = STATES.iter().position(|state| *state == looked.filter.state).unwrap_or_default();
    let choose = {
        let (filter, looked) = (filter.clone(), looked.clone());
        Callback::from(move |index: usize| {
            if let Some(&state) = STATES.get(index) {
                filter.emit(PostFilter { state, ..looked.filter.clone() });
            }
        })
    };
    html! { <Select label="State" bare={true} {options} {at} {choose} /> }
}

fn state_words(state: PublishState, facets: Option<&Facets>) -> String {
    let publishes = match state {
        PublishState::Any => return state_name(state).to_owned(),
        PublishState::Now => Publishes::Now,
        PublishState::Later => Publishes::Later,
        PublishState::Never => Publishes::Never,
    };
    let known = facets.and_then(|facets| facets.states.iter().find(|each| each.value == publishes));
    with_count(state_name(state), known.map_or(0, |state| state.count))
}

fn orders(looked: &Shared<Looked>, set: &Callback<Looked>) -> Html {
    let offered = looked.orders();
    let options = offered.iter().map(|order| order.name().to_owned()).collect::<Vec<_>>();
    let at = offered.iter().position(|order| *order == looked.order()).unwrap_or_default();
    let choose = {
        let (set, looked) = (set.clone(), looked.clone());
        Callback::from(move |index: usize| {
            if let Some(&order) = looked.orders().get(index) {
                set.emit(looked.with_order(order));
            }
        })
    };
    html! { <Select label="Order" bare={true} {options} {at} {choose} /> }
}

fn more(looked: &Shared<Looked>, facets: &Facets, filter: &Callback<PostFilter>) -> Html {
    let word = |chosen: &Option<String>| chosen.clone().map(|value| (value.clone(), with_count(&value, 0)));
    let now = &looked.filter;
    let tag = change(looked, filter, |filter, tag| filter.tag = tag);
    let category = change(looked, filter, |filter, category| filter.category = category);
    let year = change(looked, filter, |filter, year| filter.year = year);
    let folder = change(looked, filter, |filter, folder| filter.folder = folder);
    let years = facets.years.iter().map(|each| (each.value, with_count(&each.value.to_string(), each.count)));
    let chosen_folder =
        now.folder.clone().map(|folder| (folder.clone(), with_count(folder_name(&folder), 0)));
    let onchange = {
        let problems = change(looked, filter, |filter, problems: bool| filter.problems = problems);
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                problems.emit(input.checked());
            }
        })
    };
    html! {
        <>
            { select("Tag", "Any tag", words(&facets.tags), word(&now.tag), &tag) }
            { select("Category", "Any category", words(&facets.categories), word(&now.category), &category) }
            { select("Year", "Any year", years.collect(), now.year.map(|year| (year, with_count(&year.to_string(), 0))), &year) }
            { select("Folder", "Any folder", folders(facets), chosen_folder, &folder) }
            <label class="option">
                <input type="checkbox" checked={now.problems} {onchange} />
                { "Only with problems" }
            </label>
        </>
    }
}

fn change<T: 'static>(
    looked: &Shared<Looked>,
    filter: &Callback<PostFilter>,
    put: fn(&mut PostFilter, T),
) -> Callback<T> {
    let looked = looked.clone();
    filter.reform(move |value: T| {
        let mut filter = looked.filter.clone();
        put(&mut filter, value);
        filter
    })
}

fn words(facets: &[WordFacet]) -> Vec<(String, String)> {
    facets.iter().map(|each| (each.value.clone(), with_count(&each.value, each.count))).collect()
}

/// The folders that have posts, with their counts.
pub(super) fn folders(facets: &Facets) -> Vec<(String, String)> {
    let named = |each: &WordFacet| (each.value.clone(), with_count(folder_name(&each.value), each.count));
    facets.folders.iter().map(named).collect()
}

fn with_count(words: &str, number: u32) -> String {
    [words, " (", &grouped(number), ")"].concat()
}

fn chips(looked: &Shared<Looked>, set: &Callback<Looked>, tally: &NodeRef) -> Html {
    let active = looked.active();
    if active.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="chips" role="list" aria-label="Filters in force">
            for (active, words) in active {
                { chip(active, words, looked, set, tally) }
            }
        </ul>
    }
}

fn chip(
    active: Active,
    words: String,
    looked: &Shared<Looked>,
    set: &Callback<Looked>,
    tally: &NodeRef,
) -> Html {
    let onclick = {
        let (set, looked, tally) = (set.clone(), looked.clone(), tally.clone());
        Callback::from(move |_: MouseEvent| {
            set.emit(looked.without(active));
            // The button goes; what follows it is what has changed.
            if let Some(tally) = tally.cast::<HtmlElement>() {
                roving::focus(&tally);
            }
        })
    };
    html! {
        <li class="chip" key={words.clone()}>
            <span class="chip-text" dir="auto">{ &words }</span>
            <button
                type="button"
                class="chip-remove"
                aria-label={["Remove the filter", &words].join(" ")}
                title="Remove"
                {onclick}
            >
                { Icon::Close.svg() }
            </button>
        </li>
    }
}
