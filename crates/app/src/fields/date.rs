//! Owns a date: the browser's pickers for day and time, its zone, its exact spelling, and the present moment.

use super::WidgetProps;
use super::desk::ask;
use super::text::{LineStyle, label_of_part, line, remark};
use super::typed::{Typed, use_typed};
use super::values::{is_date, is_day, is_zone, spelling};
use crate::icons::Icon;
use foreword_wire::{Change, Content, DateParts, FieldKind, NewValue};
use yew::prelude::*;

/// A date with or without a time.
#[component]
pub(crate) fn Date(props: &WidgetProps) -> Html {
    let path = props.path();
    let spelt = spelling(props.content());
    let parts = parts(props, spelt);
    let with_time = props.field.info.kind == FieldKind::DateTime || parts.time.is_some();
    let exact = {
        let (path, quoted) = (path.clone(), matches!(props.content(), Content::Text(_)));
        let send = Callback::from(move |text: AttrValue| {
            let value = match text.trim() {
                "" => NewValue::Null,
                // Without quotes only a whole date stays a date; half of one would become text.
                text if !quoted && is_date(text) => NewValue::Date(text.to_owned()),
                _ if quoted => NewValue::Text(text.to_string()),
                _ => return false,
            };
            ask(Change::Set { path: path.clone(), value }, true);
            true
        });
        use_typed(AttrValue::from(spelt.to_owned()), props.refused, send)
    };
    let day = {
        let path = path.clone();
        let send = Callback::from(move |day: AttrValue| {
            // While a year is typed the picker says 0002, then 0020.
            let whole = is_day(&day) && !day.starts_with('0');
            if whole {
                ask(set(path.clone(), &day, None, None), true);
            }
            whole
        });
        use_typed(AttrValue::from(parts.day), props.refused, send)
    };
    let time = {
        let (path, day) = (path.clone(), day.value.clone());
        let send = Callback::from(move |time: AttrValue| {
            let whole = is_day(&day) && !time.is_empty();
            if whole {
                ask(set(path.clone(), &day, Some(&time), None), true);
            }
            whole
        });
        use_typed(AttrValue::from(parts.time.clone().unwrap_or_default()), props.refused, send)
    };
    let zone = {
        let (path, day, time) = (path.clone(), day.value.clone(), time.value.clone());
        let send = Callback::from(move |zone: AttrValue| {
            let whole = is_day(&day) && is_zone(&zone);
            if whole {
                let time = Some(time.as_str()).filter(|time| !time.is_empty());
                ask(set(path.clone(), &day, time, Some(&zone)), true);
            }
            whole
        });
        use_typed(AttrValue::from(parts.zone.unwrap_or_default()), props.refused, send)
    };
    let now = Callback::from(move |_: MouseEvent| ask(Change::SetNow { path: path.clone() }, false));
    let wrong = exact.held && !exact.value.trim().is_empty();
    html! {
        <div class="date">
            <div class="date-pickers">
                { picker(props, &day, "day", "date", "Day") }
                if with_time {
                    { picker(props, &time, "time", "time", "Time") }
                }
                if with_time && parts.time.is_some() {
                    { picker(props, &zone, "zone", "text", "Time zone") }
                }
            </div>
            <div class="beside">
                { line(props, &exact, LineStyle { kind: None, mode: None, code: true }) }
                if !props.readonly {
                    <button type="button" class="button" title="Set to the present moment" onclick={now}>
                        { Icon::Date.svg() }
                        { "Now" }
                    </button>
                }
            </div>
            if wrong {
                { remark("Not a date yet. Write it like 2024-01-31 or 2024-01-31T10:00:00+02:00.") }
            }
        </div>
    }
}

/// The date in parts; an item of a list has none of its own, but its day can be read off.
fn parts(props: &WidgetProps, spelt: &str) -> DateParts {
    match &props.field.date {
        Some(parts) if props.item.is_none() => parts.clone(),
        _ => {
            let day = spelt.get(..10).filter(|day| is_day(day)).unwrap_or_default();
            DateParts { day: day.to_owned(), time: None, zone: None }
        }
    }
}

fn set(path: Vec<foreword_wire::Step>, day: &str, time: Option<&str>, zone: Option<&str>) -> Change {
    Change::SetDate {
        path,
        day: day.to_owned(),
        time: time.map(str::to_owned),
        zone: zone.map(str::to_owned),
    }
}

fn picker(props: &WidgetProps, typed: &Typed, suffix: &str, kind: &'static str, what: &str) -> Html {
    html! {
        <input
            class={classes!("input", suffix.to_owned())}
            id={props.id_of(suffix)}
            type={kind}
            step={(kind == "time").then_some("1")}
            placeholder={(suffix == "zone").then_some("Zone")}
            size={(suffix == "zone").then_some("6")}
            autocomplete="off"
            spellcheck="false"
            readonly={props.readonly}
            aria-label={label_of_part(what, props)}
            title={what.to_owned()}
            data-unsent={typed.held.then_some("")}
            value={typed.value.clone()}
            oninput={typed.oninput.clone()}
            onblur={typed.onblur.clone()}
        />
    }
}
