// Owns the wire types for TypeScript. Generated from crates/wire; do not edit.

/** Version of these messages; see the Rust constant of the same name. */
export const PROTOCOL = 1;

/**
 * A half-open range of UTF-16 code units, `from <= to`.
 */
export type Range16 = { 
/**
 * First code unit of the range.
 */
from: number, 
/**
 * First code unit after the range.
 */
to: number, };

/**
 * A replacement of a range of the text. The only way in which anything but typing changes a post.
 */
export type Edit16 = { 
/**
 * What is replaced, in the text before any edit of the same list.
 */
range: Range16, 
/**
 * What takes its place.
 */
text: string, };

/**
 * One unit of patching in the preview: a top-level block, or several that one raw HTML element spans.
 */
export type Block = { 
/**
 * Hash of the HTML: equal HTML, equal id.
 */
id: string, 
/**
 * Unsanitised HTML. Elements carry `data-o`, their offset from the start of the block in UTF-16 code units.
 */
html: string, 
/**
 * Where the block stands in the text.
 */
range: Range16, };

/**
 * A change to the list of preview blocks: at `start`, `remove` blocks go and `insert` come.
 * The blocks after them keep their HTML; their ranges move by `shift`.
 */
export type BlockSplice = { 
/**
 * True when the list before is to be forgotten (first answer after a start, or another post).
 */
reset: boolean, 
/**
 * Index of the first block concerned.
 */
start: number, 
/**
 * How many blocks go.
 */
remove: number, 
/**
 * The blocks that come in their place.
 */
insert: Array<Block>, 
/**
 * How far the ranges of all later blocks move, in UTF-16 code units.
 */
shift: number, };

/**
 * How much a finding matters.
 */
export type Severity = "error" | "warning" | "info";

/**
 * A way to mend a finding.
 */
export type Fix = { 
/**
 * What it does, as an imperative.
 */
title: string, 
/**
 * True when the meaning of the post stays the same.
 */
safe: boolean, 
/**
 * Non-overlapping edits in text order, all against the analysed revision.
 */
edits: Array<Edit16>, };

/**
 * A finding of the linter.
 */
export type Diagnostic = { 
/**
 * The rule's id, in kebab case.
 */
rule: string, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * Where it is. Never empty unless the text is.
 */
range: Range16, 
/**
 * Line of the start, from 1.
 */
line: number, 
/**
 * What is wrong, as a sentence.
 */
message: string, 
/**
 * Ways to mend it, best first.
 */
fixes: Array<Fix>, };

/**
 * The rendering rules in force and the reason for them.
 */
export type DialectChoice = { 
/**
 * Stable identifier: `generic`, `hugo`, …
 */
id: string, 
/**
 * The name to show.
 */
name: string, 
/**
 * Why this dialect, as a sentence.
 */
reason: string, 
/**
 * True when a person chose it rather than detection.
 */
byHand: boolean, };

/**
 * A dialect that can be chosen.
 */
export type DialectInfo = { 
/**
 * Stable identifier: `generic`, `hugo`, …
 */
id: string, 
/**
 * The name to show.
 */
name: string, 
/**
 * One sentence on what it renders like.
 */
about: string, };

/**
 * The language of a front matter.
 */
export type FrontMatterFormat = "yaml" | "toml" | "json";

/**
 * A front matter value. Numbers and dates keep the spelling of the file.
 */
export type Value = { "kind": "null" } | { "kind": "bool", "value": boolean } | { "kind": "number", "value": string } | { "kind": "date", "value": string } | { "kind": "string", "value": string } | { "kind": "list", "value": Array<Value> } | { "kind": "map", "value": Array<Entry> };

/**
 * One key of the front matter with its value.
 */
export type Entry = { 
/**
 * The key as written, without quotes.
 */
key: string, 
/**
 * Where the key stands.
 */
keyRange: Range16, 
/**
 * The value.
 */
value: Value, 
/**
 * Where the value stands; empty when there is none.
 */
valueRange: Range16, };

/**
 * A syntax error in the front matter.
 */
export type FrontMatterProblem = { 
/**
 * What is wrong, as a sentence.
 */
message: string, 
/**
 * Where.
 */
range: Range16, };

/**
 * The header of a post, read but not yet editable.
 */
export type FrontMatter = { 
/**
 * Its language.
 */
format: FrontMatterFormat, 
/**
 * The whole header with both fences.
 */
range: Range16, 
/**
 * Its text without the fences.
 */
inner: Range16, 
/**
 * Top-level entries in text order.
 */
entries: Array<Entry>, 
/**
 * Syntax errors. Entries before the first one are still listed where possible.
 */
problems: Array<FrontMatterProblem>, };

/**
 * A heading in the outline.
 */
export type OutlineItem = { 
/**
 * 1 to 6.
 */
level: number, 
/**
 * Its plain text.
 */
text: string, 
/**
 * Its anchor, without `#`; none where the dialect gives none.
 */
anchor: string | null, 
/**
 * Where it stands.
 */
range: Range16, };

/**
 * Counts over the readable text of the body: no front matter, no code blocks, no raw HTML.
 */
export type Stats = { 
/**
 * Words; each Chinese, Japanese or Korean character counts as one.
 */
words: number, 
/**
 * Characters (Unicode scalar values) with spaces.
 */
characters: number, 
/**
 * Whole minutes at 220 words a minute, at least 1 for a text that has words.
 */
readingMinutes: number, };

/**
 * All that one parse of one revision yields.
 */
export type Analysed = { 
/**
 * The revision of the text that was analysed.
 */
rev: number, 
/**
 * Rules applied, and why.
 */
dialect: DialectChoice, 
/**
 * How the list of preview blocks differs from the previous answer.
 */
blocks: BlockSplice, 
/**
 * Findings in text order.
 */
diagnostics: Array<Diagnostic>, 
/**
 * The header of the post, where it has one.
 */
frontMatter: FrontMatter | null, 
/**
 * Headings in text order.
 */
outline: Array<OutlineItem>, 
/**
 * Counts over the readable text.
 */
stats: Stats, 
/**
 * The post's title: front matter first, else the first level-1 heading.
 */
title: string | null, 
/**
 * A BCP 47 language tag from the front matter (`lang`, `language`, `locale`), for spell checking and hyphenation.
 */
lang: string | null, 
/**
 * Set when the preview was cut short by one of the caps (nesting, size, table cells).
 */
shortened: string | null, };

/**
 * What the kernel asks.
 */
export type Request = { "type": "hello", 
/**
 * The kernel's [`crate::PROTOCOL`].
 */
protocol: number, } | { "type": "analyse", 
/**
 * Counts up with every change.
 */
rev: number, 
/**
 * The whole text, line breaks as `\n`.
 */
text: string, 
/**
 * The file's name where known; detection looks at it.
 */
fileName: string | null, 
/**
 * A dialect chosen by hand; else it is detected.
 */
dialect: string | null, 
/**
 * True when the kernel has no blocks yet and wants all of them.
 */
reset: boolean, };

/**
 * What the engine answers.
 */
export type Response = { "type": "ready", 
/**
 * The engine's [`crate::PROTOCOL`].
 */
protocol: number, 
/**
 * What can be chosen, in the order to show.
 */
dialects: Array<DialectInfo>, } | { "type": "analysed", 
/**
 * The result.
 */
result: Analysed, };

/**
 * Which panes are seen.
 */
export type View = "source" | "both" | "preview";

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * How the bytes of a file that is not UTF-8 can be read.
 */
export type Encoding = "utf8" | "utf16-le" | "utf16-be" | "windows1252";

/**
 * Something that a toolbar button or shortcut does to the selected text.
 */
export type Format = "bold" | "italic" | "strikethrough" | "code" | "link" | "image" | "heading" | "quote" | "bulletList" | "numberedList" | "taskList" | "table";

/**
 * What the app asks of the kernel.
 */
export type Command = { "type": "new" } | { "type": "open" } | { "type": "openFolder" } | { "type": "openDraft", 
/**
 * Which one.
 */
id: string, } | { "type": "save" } | { "type": "saveAs" } | { "type": "download" } | { "type": "setView", 
/**
 * The new view.
 */
view: View, } | { "type": "setTheme", 
/**
 * The new theme.
 */
theme: Theme, } | { "type": "setDialect", 
/**
 * The dialect's id.
 */
id: string | null, } | { "type": "reveal", 
/**
 * Where.
 */
range: Range16, } | { "type": "applyEdits", 
/**
 * The revision that the ranges count in.
 */
rev: number, 
/**
 * Non-overlapping, in text order.
 */
edits: Array<Edit16>, } | { "type": "format", 
/**
 * How.
 */
format: Format, } | { "type": "undo" } | { "type": "redo" } | { "type": "find" } | { "type": "toggleFrontMatterFold" } | { "type": "convert", 
/**
 * The encoding to read it in.
 */
encoding: Encoding, } | { "type": "allowRemote", 
/**
 * Remember it for every post.
 */
always: boolean, } | { "type": "forbidRemote" } | { "type": "restartEngine" } | { "type": "dismissNotice", 
/**
 * The notice's id.
 */
id: string, } | { "type": "copyHtml" } | { "type": "focusText" };

/**
 * Where the latest change is kept. Set only by completed writes.
 */
export type SaveState = { "state": "unchanged" } | { "state": "saving" } | { "state": "onDisk" } | { "state": "inBrowser" } | { "state": "notSaved", 
/**
 * Why, and what to do, as a sentence.
 */
why: string, };

/**
 * How the engine is doing.
 */
export type EngineState = { "state": "starting" } | { "state": "ready" } | { "state": "slow" } | { "state": "failed", 
/**
 * What happened, as a sentence.
 */
why: string, };

/**
 * How urgent a notice is.
 */
export type NoticeKind = "info" | "warning" | "error";

/**
 * A button in a notice.
 */
export type NoticeAction = { 
/**
 * Its label, an imperative.
 */
label: string, 
/**
 * What it does.
 */
command: Command, };

/**
 * A message above the panes that stays until it is dismissed or acted on.
 */
export type Notice = { 
/**
 * Stable while the reason is the same, so a notice replaces its older self.
 */
id: string, 
/**
 * How urgent it is.
 */
kind: NoticeKind, 
/**
 * What happened and what to do.
 */
message: string, 
/**
 * Buttons, most useful first.
 */
actions: Array<NoticeAction>, };

/**
 * What is open.
 */
export type OpenDocument = { 
/**
 * The file's name; none for a new post.
 */
name: string | null, 
/**
 * True when typing is not possible (undecodable bytes).
 */
readOnly: boolean, 
/**
 * True when saving writes the file itself rather than downloading.
 */
inPlace: boolean, 
/**
 * How the file's bytes were read.
 */
encoding: Encoding, 
/**
 * True when the file starts with a byte-order mark.
 */
bom: boolean, 
/**
 * The most common line end: `LF`, `CRLF`, `CR`.
 */
lineEnd: string, 
/**
 * True when the file mixes line ends.
 */
mixedLineEnds: boolean, 
/**
 * Name of the folder whose images are shown, where one is open.
 */
folder: string | null, };

/**
 * What the kernel tells the app. Each event replaces what the last one of its type said.
 */
export type Event = { "type": "document", 
/**
 * The document.
 */
document: OpenDocument, } | { "type": "analysed", 
/**
 * Revision of the text.
 */
rev: number, 
/**
 * Rules applied, and why.
 */
dialect: DialectChoice, 
/**
 * Findings in text order.
 */
diagnostics: Array<Diagnostic>, 
/**
 * The header.
 */
frontMatter: FrontMatter | null, 
/**
 * Headings in text order.
 */
outline: Array<OutlineItem>, 
/**
 * Counts.
 */
stats: Stats, 
/**
 * The post's title.
 */
title: string | null, 
/**
 * Set when the preview was cut short.
 */
shortened: string | null, } | { "type": "cursor", 
/**
 * From 1.
 */
line: number, 
/**
 * From 1, in characters as a person counts them.
 */
column: number, 
/**
 * Words in the selection, 0 when it is empty.
 */
selectedWords: number, 
/**
 * Offset in UTF-16 code units.
 */
offset: number, } | { "type": "saved", 
/**
 * The state.
 */
save: SaveState, } | { "type": "engine", 
/**
 * The state.
 */
engine: EngineState, 
/**
 * What can be chosen, once it is known.
 */
dialects: Array<DialectInfo>, } | { "type": "settings", 
/**
 * Panes.
 */
view: View, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Remote images are loaded in every post.
 */
remoteAlways: boolean, } | { "type": "remote", 
/**
 * How many wait for permission.
 */
blocked: number, 
/**
 * From which hosts, sorted.
 */
hosts: Array<string>, 
/**
 * Whether they are loaded in this post.
 */
allowed: boolean, } | { "type": "notices", 
/**
 * Oldest first.
 */
notices: Array<Notice>, } | { "type": "toast", 
/**
 * What.
 */
message: string, } | { "type": "history", 
/**
 * Undo is possible.
 */
undo: boolean, 
/**
 * Redo is possible.
 */
redo: boolean, };
