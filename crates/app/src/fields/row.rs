//! Owns the frame around a widget: name, menu, meaning, problems, refusal, lock.

use super::desk::{Desk, around, ask, use_desk};
use super::row_menu::{Rename, RowMenu};
use super::{Shape, WidgetProps, name_of, path};
use crate::icons::Icon;
use crate::panes::prose::prose;
use crate::tally::class_of;
use foreword_wire::{Content, Field, FieldProblem, FieldSet, Refusal, Severity, Step};
use std::rc::Rc;
use yew::prelude::*;

/// The fields of a map that pass a filter. `last` is focused when the only field of all is removed.
pub(crate) fn rows<'a>(
    fields: impl Iterator<Item = (usize, &'a Field)>,
    all: &[Field],
    last: &AttrValue,
) -> Html {
    let id_at = |at: Option<usize>| Some([&path::id_of(&all.get(at?)?.path), "menu"].join("-"));
    let draw = |(at, field): (usize, &Field)| {
        let neighbour = id_at(Some(at + 1)).or_else(|| id_at(at.checked_sub(1)));
        let after = neighbour.map_or_else(|| last.clone(), AttrValue::from);
        let key = path::id_of(&field.path);
        html! { <FieldRow {key} field={Rc::new(field.clone())} {at} count={all.len()} {after} /> }
    };
    fields.map(draw).collect()
}

#[derive(Properties, PartialEq)]
struct FieldRowProps {
    field: Rc<Field>,
    /// Its index among its siblings, in text order.
    at: usize,
    /// How many siblings there are, itself included.
    count: usize,
    /// The id of what is focused when it is removed.
    after: AttrValue,
}

/// A field of the form.
#[component]
fn FieldRow(props: &FieldRowProps) -> Html {
    let desk = use_desk();
    let as_source = use_state_eq(|| false);
    let renaming = use_state_eq(|| false);
    let field = &props.field;
    // What is typed may look like something else half-way: the widget stays as long as it has the focus.
    let held = use_state_eq(|| None::<Shape>);
    let natural = Shape::of(field);
    let shape = match *held {
        _ if *as_source => Shape::Raw,
        Some(shape) if shape.is_one_value() && natural.is_one_value() => shape,
        _ => natural,
    };
    let id = AttrValue::from(path::id_of(&field.path));
    let refusal = desk.refusal.as_ref().filter(|refusal| concerns(&refusal.path, field));
    let about = about(field);
    let readonly = desk.locked || field.locked.is_some();
    let described: Vec<String> = [
        ("about", about.is_some()),
        ("locked", field.locked.is_some()),
        ("problems", !field.problems.is_empty()),
        ("refusal", refusal.is_some()),
    ]
    .into_iter()
    .filter(|(_, there)| *there)
    .map(|(part, _)| [&id, part].join("-"))
    .collect();
    let described_by = (!described.is_empty()).then(|| AttrValue::from(described.join(" ")));
    let widget = WidgetProps {
        field: field.clone(),
        item: None,
        id: id.clone(),
        readonly,
        described_by,
        invalid: refusal.is_some() || !field.problems.is_empty(),
        refused: refusal.is_some(),
    };
    let done = {
        let set = renaming.setter();
        Callback::from(move |()| set.set(false))
    };
    html! {
        <div
            class={classes!("field", shape.is_group().then_some("group"))}
            id={around(&id)}
            onfocusin={hold(&held, Some(natural).filter(|_| held.is_none()).or(*held))}
            onfocusout={hold(&held, None)}
            data-path={path::json_of(&field.path)}
            data-kind={kind_of(field)}
        >
            <div class="field-head">
                if *renaming {
                    <Rename field={field.clone()} {done} />
                } else {
                    { name(field, shape, &id, &desk) }
                }
                <RowMenu
                    field={field.clone()}
                    at={props.at}
                    count={props.count}
                    after={props.after.clone()}
                    {readonly}
                    can_be_source={natural != Shape::Raw}
                    as_source={*as_source}
                    set_source={setter(&as_source)}
                    rename={setter(&renaming).reform(|()| true)}
                />
            </div>
            if let Some(about) = about {
                <p class="hint" id={widget.id_of("about")} dir="auto">{ about }</p>
            }
            { shape.draw(widget.clone()) }
            if let Some(locked) = &field.locked {
                <p class="says locked" id={widget.id_of("locked")}>
                    { Icon::Locked.svg() }
                    <span>{ prose(locked) }</span>
                </p>
                { show(&desk, field, "Show in the text".to_owned()) }
            }
            if !field.problems.is_empty() {
                <div id={widget.id_of("problems")}>
                    for problem in &field.problems {
                        { draw_problem(problem, readonly) }
                    }
                </div>
            }
            if let Some(refusal) = refusal {
                <div id={widget.id_of("refusal")}>{ draw_refusal(refusal, &desk) }</div>
            }
        </div>
    }
}

fn hold(state: &UseStateHandle<Option<Shape>>, shape: Option<Shape>) -> Callback<FocusEvent> {
    let set = state.setter();
    Callback::from(move |_: FocusEvent| set.set(shape))
}

fn setter(state: &UseStateHandle<bool>) -> Callback<bool> {
    let set = state.setter();
    Callback::from(move |on| set.set(on))
}

/// The name of the field: the label of its input, or the name of a group of inputs.
fn name(field: &Field, shape: Shape, id: &AttrValue, desk: &Desk) -> Html {
    // What is inside of an own key need not say so again.
    let own = desk.generator.as_ref().filter(|_| !field.known && field.path.len() == 1);
    let label = html! {
        <>
            <span class="field-name" dir="auto">{ name_of(field).to_owned() }</span>
            if field.info.label.is_some() {
                <small class="field-key">{ field.info.key.clone() }</small>
            }
            if field.info.required {
                <span class="field-required" title="Needed">
                    <span aria-hidden="true">{ "*" }</span>
                    <span class="hidden">{ " (needed)" }</span>
                </span>
            }
        </>
    };
    html! {
        <>
            if shape.is_group() {
                <span class="field-label" id={[id.as_str(), "label"].join("-")}>{ label }</span>
            } else {
                <label class="field-label" for={id.clone()}>{ label }</label>
            }
            if let Some(generator) = own {
                <span class="field-own" title={[generator.as_str(), "has no key of this name."].join(" ")}>{ "own key" }</span>
            }
        </>
    }
}

/// What the field does, and what counts without it.
fn about(field: &Field) -> Option<Html> {
    let default = match (&field.info.default, &field.content) {
        (Some(default), Content::Null) => Some(["Without a value: `", default, "`."].concat()),
        _ => None,
    };
    let about = Some(field.info.about.as_str()).filter(|about| !about.is_empty());
    if about.is_none() && default.is_none() {
        return None;
    }
    Some(html! {
        <>
            { about.map(prose) }
            { " " }
            { default.as_deref().map(prose) }
        </>
    })
}

fn draw_problem(problem: &FieldProblem, readonly: bool) -> Html {
    let icon = match problem.severity {
        Severity::Error => Icon::Error,
        Severity::Warning => Icon::Warning,
        Severity::Info => Icon::Info,
    };
    html! {
        <div class={classes!("says", class_of(problem.severity))}>
            { icon.svg() }
            <span dir="auto">{ prose(&problem.message) }</span>
            if let Some(fix) = problem.fix.as_ref().filter(|_| !readonly) {
                <button
                    type="button"
                    class="button fix"
                    onclick={let change = fix.change.clone(); Callback::from(move |_: MouseEvent| ask(change.clone(), false))}
                >
                    { Icon::Fix.svg() }
                    <span>{ prose(&fix.title) }</span>
                </button>
            }
        </div>
    }
}

/// Why a change was refused, with a way to the place and a way to be rid of it.
pub(crate) fn draw_refusal(refusal: &Refusal, desk: &Desk) -> Html {
    let range = refusal.lock.range;
    html! {
        <div class="says error">
            { Icon::Error.svg() }
            <span dir="auto">{ prose(&refusal.lock.message) }</span>
            <button type="button" class="button fix" onclick={desk.reveal.reform(move |_: MouseEvent| range)}>
                { ["Show line", &refusal.lock.line.to_string()].join(" ") }
            </button>
            { super::tool("Dismiss".to_owned(), Icon::Close, false, Callback::from(|_: MouseEvent| {
                crate::kernel::run(&foreword_wire::Command::ForgetRefusal);
            })) }
        </div>
    }
}

/// A button that shows a field in the text.
fn show(desk: &Desk, field: &Field, label: String) -> Html {
    let range = field.range;
    html! {
        <button type="button" class="button fix" onclick={desk.reveal.reform(move |_: MouseEvent| range)}>{ label }</button>
    }
}

/// Whether a refusal is shown at this field: it is about the field or something in it that has no field of its own.
fn concerns(refused: &[Step], field: &Field) -> bool {
    let own = |set: &FieldSet| set.present.iter().any(|inner| refused.starts_with(&inner.path));
    refused.starts_with(&field.path)
        && match &field.content {
            Content::Map(set) => !own(set),
            Content::Maps(sets) => !sets.iter().any(own),
            _ => true,
        }
}

/// Whether a refusal is shown at this field or at one inside it.
pub(crate) fn concerns_within(refused: &[Step], field: &Field) -> bool {
    refused.starts_with(&field.path)
}

/// The kind in the spelling of the wire.
fn kind_of(field: &Field) -> &'static str {
    use foreword_wire::FieldKind as Kind;
    match field.info.kind {
        Kind::Text => "text",
        Kind::LongText => "longText",
        Kind::Markdown => "markdown",
        Kind::Number => "number",
        Kind::Switch => "switch",
        Kind::DateTime => "dateTime",
        Kind::Date => "date",
        Kind::Choice => "choice",
        Kind::MultiChoice => "multiChoice",
        Kind::Tags => "tags",
        Kind::List => "list",
        Kind::Object => "object",
        Kind::ObjectList => "objectList",
        Kind::Image => "image",
        Kind::File => "file",
        Kind::Slug => "slug",
        Kind::Relation => "relation",
        Kind::Colour => "colour",
        Kind::Url => "url",
        Kind::Email => "email",
        Kind::Raw => "raw",
    }
}
