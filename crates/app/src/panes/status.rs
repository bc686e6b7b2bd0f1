//! Owns the status bar: where the text is kept, problems, counts, cursor, encoding, dialect, engine.

use super::counted;
use super::dialect::DialectMenu;
use super::save::SaveMenu;
use crate::icons::Icon;
use crate::shared::Shared;
use crate::state::{Cursor, Msg, Tab};
use crate::tally::Tally;
use foreword_wire::{DialectChoice, DialectInfo, Encoding, EngineState, OpenDocument, SaveState, Stats};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct StatusProps {
    pub(crate) save: Shared<SaveState>,
    pub(crate) document: Shared<OpenDocument>,
    pub(crate) tally: Tally,
    pub(crate) stats: Stats,
    pub(crate) cursor: Cursor,
    pub(crate) engine: Shared<EngineState>,
    pub(crate) dialect: Shared<Option<DialectChoice>>,
    pub(crate) dialects: Shared<Vec<DialectInfo>>,
    pub(crate) send: Callback<Msg>,
}

/// The status bar.
#[component]
pub(crate) fn Status(props: &StatusProps) -> Html {
    html! {
        <div class="status">
            <SaveMenu save={props.save.clone()} in_place={props.document.in_place} send={props.send.clone()} />
            { problems(props) }
            <span class="grow" />
            { engine(&props.engine) }
            { words(props) }
            <span class="status-text position when-roomy">
                { format!("Ln {}, Col {}", props.cursor.line, props.cursor.column) }
            </span>
            if let Some(unusual) = unusual(&props.document) {
                <span class="status-text when-roomy" title="How the file is stored. Saving keeps it.">{ unusual }</span>
            }
            <DialectMenu dialect={props.dialect.clone()} dialects={props.dialects.clone()} send={props.send.clone()} />
        </div>
    }
}

fn problems(props: &StatusProps) -> Html {
    let Tally { count, worst } = props.tally;
    let icon = if worst.is_some() { Icon::Warning } else { Icon::CheckCircle };
    html! {
        <button
            type="button"
            class={classes!("status-button", "problem-count", props.tally.class())}
            title="Show the problems"
            onclick={props.send.reform(|_: MouseEvent| Msg::TabChosen(Tab::Problems))}
        >
            { icon.svg() }
            { if count == 0 { "No problems".to_owned() } else { counted(count, "problem", "problems") } }
        </button>
    }
}

fn engine(engine: &EngineState) -> Html {
    let text = match engine {
        EngineState::Ready => return Html::default(),
        EngineState::Starting => "Preview is starting…",
        EngineState::Slow => "Preview is catching up…",
        EngineState::Failed { .. } => "Preview stopped",
    };
    let failed = matches!(engine, EngineState::Failed { .. });
    html! { <span class={classes!("status-text", failed.then_some("error"))}>{ text }</span> }
}

fn words(props: &StatusProps) -> Html {
    let words = counted(to_usize(props.stats.words), "word", "words");
    let characters = counted(to_usize(props.stats.characters), "character", "characters");
    let selected = props.cursor.selected_words;
    html! {
        <span class="status-text" title={characters}>
            if selected > 0 {
                { format!("{} of {words}", counted_bare(selected)) }
            } else {
                { words }
                if props.stats.words > 0 {
                    <span class="when-roomy">{ format!(" · {} min read", props.stats.reading_minutes) }</span>
                }
            }
        </span>
    }
}

fn counted_bare(count: u32) -> String {
    counted(to_usize(count), "", "").trim_end().to_owned()
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// How the file is stored, where that is not UTF-8 with LF.
fn unusual(document: &OpenDocument) -> Option<String> {
    let encoding = match document.encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16Le => Some("UTF-16 LE"),
        Encoding::Utf16Be => Some("UTF-16 BE"),
        Encoding::Windows1252 => Some("Windows-1252"),
    };
    let mark = document.bom.then_some("BOM");
    let ends = if document.mixed_line_ends {
        Some("mixed line ends")
    } else {
        (document.line_end != "LF").then_some(document.line_end.as_str())
    };
    let parts: Vec<&str> = [encoding, mark, ends].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;

    #[test]
    fn only_what_is_unusual_is_told() {
        let mut document = OpenDocument::clone(&State::default().document);
        assert_eq!(unusual(&document), None);
        document.line_end = "CRLF".to_owned();
        document.bom = true;
        assert_eq!(unusual(&document).as_deref(), Some("BOM · CRLF"));
        document.mixed_line_ends = true;
        document.encoding = Encoding::Utf16Le;
        assert_eq!(unusual(&document).as_deref(), Some("UTF-16 LE · BOM · mixed line ends"));
    }
}
