//! Owns the root component: the one reducer, the listener for the kernel, and where each pane is drawn.

use crate::fields;
use crate::kernel;
use crate::narrow::use_narrow;
use crate::panes::{
    Decision, Dialogs, Elsewhere, History, NewImage, Notices, RulePageDialog, Rules, Side, Status, Top,
};
use crate::shared::Shared;
use crate::state::{Dialog, Msg, State};
use crate::tally::Tally;
use foreword_wire::{Command, Event as Said, FolderAsk, Range16};
use yew::prelude::*;

/// The whole user interface, drawn into the slots of the page's skeleton.
#[component]
pub(crate) fn App() -> Html {
    let state = use_reducer(State::default);
    // Only the dispatcher may live long: a handle would keep every state that it ever looked at.
    let dispatcher = state.dispatcher();
    let send = use_callback((), move |msg: Msg, ()| dispatcher.dispatch(msg));
    let narrow = use_narrow();
    let tally = Tally::of(&state.diagnostics);

    {
        let send = send.clone();
        use_effect_with((), move |()| {
            kernel::attach(send.reform(|event| {
                if let Said::Document { document } = &event {
                    fields::desk::now_open(document.opening);
                }
                Msg::KernelSaid(event)
            }))
        });
    }
    let name = display_name(&state);
    let reveal = {
        let send = send.clone();
        use_callback(narrow, move |range: Range16, narrow: &bool| {
            if *narrow {
                // There is room for one thing at a time: the text.
                send.emit(Msg::SideClosed);
            }
            kernel::run(&Command::Reveal { range });
        })
    };
    let open = {
        let send = send.clone();
        use_callback(narrow, move |ask: FolderAsk, narrow: &bool| {
            if *narrow {
                send.emit(Msg::SideClosed);
            }
            kernel::run(&Command::Folder { ask });
        })
    };

    html! {
        <>
            <Slot id="app-top">
                <Top
                    {name}
                    unsaved={state.unsaved()}
                    document={state.document.clone()}
                    {tally}
                    view={state.view}
                    theme={state.theme}
                    remote={state.remote.clone()}
                    remote_always={state.remote_always}
                    spelling={state.spelling.clone()}
                    can_undo={state.can_undo}
                    can_redo={state.can_redo}
                    side={state.side}
                    {narrow}
                    send={send.clone()}
                />
            </Slot>
            <Slot id="notices">
                <Notices
                    notices={state.notices.clone()}
                    shortened={state.shortened.clone()}
                    remote={state.asks_for_remote().then(|| state.remote.clone())}
                    undecided={state.past.undecided()}
                    send={send.clone()}
                />
            </Slot>
            if let Some(tab) = state.side {
                <Slot id="side">
                    <Side
                        {tab}
                        rev={state.rev}
                        diagnostics={state.diagnostics.clone()}
                        header={state.header.clone()}
                        document={state.document.clone()}
                        folders={state.folders.clone()}
                        {open}
                        outline={state.outline.clone()}
                        section={state.section()}
                        dialect={state.dialect.clone()}
                        rendering={state.rendering.clone()}
                        lint={state.lint.clone()}
                        analysed={state.dialect.is_some()}
                        {reveal}
                        send={send.clone()}
                    />
                </Slot>
            }
            <Slot id="status">
                <Status
                    save={state.save.clone()}
                    document={state.document.clone()}
                    {tally}
                    stats={state.stats}
                    cursor={state.cursor}
                    engine={state.engine.clone()}
                    dialect={state.dialect.clone()}
                    dialects={state.dialects.clone()}
                    send={send.clone()}
                />
            </Slot>
            <History
                open={state.dialog == Some(Dialog::History)}
                snapshots={state.past.snapshots.clone()}
                comparison={state.past.comparison.clone()}
                read_only={state.document.read_only}
                {narrow}
                send={send.clone()}
            />
            <Elsewhere
                open={state.dialog == Some(Dialog::Elsewhere)}
                dialect={state.dialect.clone()}
                dialects={state.dialects.clone()}
                rendering={state.rendering.clone()}
                send={send.clone()}
            />
            <Decision
                conflicts={state.past.conflicts.clone()}
                deciding={state.past.deciding}
                read_only={state.document.read_only}
                send={send.clone()}
            />
            <Rules open={state.dialog == Some(Dialog::Rules)} lint={state.lint.clone()} send={send.clone()} />
            <RulePageDialog page={state.lint.page.clone()} />
            <NewImage image={state.image.clone()} />
            <Dialogs dialog={state.dialog} spelling={state.spelling.clone()} {send} />
        </>
    }
}

/// The file's name, else the post's title, else a word for a post that has neither.
fn display_name(state: &State) -> AttrValue {
    let name: Option<&String> = state.document.name.as_ref();
    let title: &Shared<Option<String>> = &state.title;
    match name.or(title.as_ref()) {
        Some(name) => AttrValue::from(name.clone()),
        None => AttrValue::Static("New post"),
    }
}

#[derive(Properties, PartialEq)]
struct SlotProps {
    id: AttrValue,
    children: Html,
}

/// Draws its children into an element of the static skeleton.
#[component]
fn Slot(props: &SlotProps) -> Html {
    let host = use_memo(props.id.clone(), |id| {
        web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id(id))
    });
    match host.as_ref() {
        Some(host) => create_portal(props.children.clone(), host.clone()),
        None => Html::default(),
    }
}
