// Owns the wire types for TypeScript. Generated from crates/wire; do not edit.

/** Version of these messages; see the Rust constant of the same name. */
export const PROTOCOL = 4;

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
 * What a rule is about.
 */
export type RuleGroup = "frontMatter" | "markdown" | "text" | "links" | "accessibility" | "dialect" | "sharing";

/**
 * A rule of the linter.
 */
export type RuleInfo = { 
/**
 * Its id, in kebab case.
 */
id: string, 
/**
 * What it is about.
 */
group: RuleGroup, 
/**
 * How much its findings matter when nobody chooses; none where it is off then.
 */
level: Severity | null, };

/**
 * What a person chose about a rule.
 */
export type RuleLevel = { 
/**
 * The rule's id.
 */
rule: string, 
/**
 * How much its findings matter; none switches it off.
 */
level: Severity | null, };

/**
 * What a rule says about itself. Its sentences quote code between backticks.
 */
export type RulePage = { 
/**
 * Its id.
 */
id: string, 
/**
 * Ids of the same rule in markdownlint.
 */
aliases: Array<string>, 
/**
 * What it finds, as a sentence.
 */
about: string, 
/**
 * Why that matters.
 */
why: string, 
/**
 * Posts in which it finds something.
 */
bad: Array<string>, 
/**
 * Posts in which it does not.
 */
good: Array<string>, 
/**
 * What its fixes do.
 */
fix: string | null, 
/**
 * What it goes back to.
 */
source: string, };

/**
 * What the app asks about rules.
 */
export type LintAsk = { "ask": "set", 
/**
 * The choice.
 */
level: RuleLevel, } | { "ask": "reset", 
/**
 * The rule's id.
 */
rule: string | null, } | { "ask": "disableHere", 
/**
 * The rule's id.
 */
rule: string, } | { "ask": "why", 
/**
 * The rule's id.
 */
rule: string, } | { "ask": "close" } | { "ask": "go", 
/**
 * True for the next one.
 */
forward: boolean, };

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
edits: Array<Edit16>, 
/**
 * The word that it adds to the writer's own ones, instead of edits.
 */
word: string | null, };

/**
 * A finding of the linter.
 */
export type Diagnostic = { 
/**
 * The rule's id, in kebab case.
 */
rule: string, 
/**
 * What the rule is about.
 */
group: RuleGroup, 
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
byHand: boolean, 
/**
 * What detection would say instead, where a person chose.
 */
detected: string | null, };

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
 * A site generator whose front matter keys and publishing rules are known.
 */
export type GeneratorInfo = { 
/**
 * Stable identifier: `generic`, `hugo`, …
 */
id: string, 
/**
 * The name to show.
 */
name: string, };

/**
 * The generator in force and the reason for it.
 */
export type GeneratorChoice = { 
/**
 * Stable identifier.
 */
id: string, 
/**
 * The name to show.
 */
name: string, 
/**
 * Why this one, as a sentence.
 */
reason: string, 
/**
 * True when a person chose it rather than detection.
 */
byHand: boolean, };

/**
 * The language of a front matter.
 */
export type FrontMatterFormat = "yaml" | "toml" | "json";

/**
 * A step from a value to one inside it: a key, or an index from 0.
 */
export type Step = number | string;

/**
 * A value that a form gives to a field.
 */
export type NewValue = { "type": "null" } | { "type": "bool", "value": boolean } | { "type": "number", "value": string } | { "type": "date", "value": string } | { "type": "text", "value": string } | { "type": "list", "value": Array<NewValue> } | { "type": "map", "value": Array<[string, NewValue]> };

/**
 * A change to the header. It is written in the style of the file and changes no other byte, or it is refused.
 */
export type Change = { "op": "set", 
/**
 * Where.
 */
path: Array<Step>, 
/**
 * What.
 */
value: NewValue, } | { "op": "setDate", 
/**
 * Where.
 */
path: Array<Step>, 
/**
 * `2024-01-31`
 */
day: string, 
/**
 * `10:00` or `10:00:00`; none keeps a time that is there.
 */
time: string | null, 
/**
 * The zone, `Z` or `+02:00`, where another one than that of the date there is meant.
 */
zone: string | null, } | { "op": "setNow", 
/**
 * Where.
 */
path: Array<Step>, } | { "op": "insert", 
/**
 * Where.
 */
path: Array<Step>, 
/**
 * What.
 */
value: NewValue, } | { "op": "remove", 
/**
 * Where.
 */
path: Array<Step>, } | { "op": "rename", 
/**
 * Where.
 */
path: Array<Step>, 
/**
 * The new key.
 */
key: string, } | { "op": "move", 
/**
 * Where.
 */
path: Array<Step>, 
/**
 * The index that it gets.
 */
to: number, } | { "op": "source", 
/**
 * Where.
 */
path: Array<Step>, 
/**
 * As in [`Field::source`].
 */
text: string, } | { "op": "addHeader", 
/**
 * Its language.
 */
format: FrontMatterFormat, } | { "op": "removeHeader" } | { "op": "convert", 
/**
 * The language.
 */
format: FrontMatterFormat, } | { "op": "disableRule", 
/**
 * The rule's id.
 */
rule: string, };

/**
 * Why something can only be changed in the text.
 */
export type Lock = { 
/**
 * The reason, as a sentence.
 */
message: string, 
/**
 * Where it is.
 */
range: Range16, 
/**
 * Its line, from 1.
 */
line: number, };

/**
 * What a value is, and so which widget edits it.
 */
export type FieldKind = "text" | "longText" | "markdown" | "number" | "switch" | "dateTime" | "date" | "choice" | "multiChoice" | "tags" | "list" | "object" | "objectList" | "image" | "file" | "slug" | "relation" | "colour" | "url" | "email" | "raw";

/**
 * The sections of the form.
 */
export type FieldGroup = "common" | "dates" | "taxonomy" | "more";

/**
 * What is known about a key, whether it is there or not.
 */
export type FieldInfo = { 
/**
 * The key, as the header writes it.
 */
key: string, 
/**
 * The site's own name for it, where its configuration gives one.
 */
label: string | null, 
/**
 * Which widget edits it.
 */
kind: FieldKind, 
/**
 * True when it is a list of `kind`: several images, several dates.
 */
multiple: boolean, 
/**
 * What it does, as a sentence; empty where nobody says.
 */
about: string, 
/**
 * The section of the form.
 */
group: FieldGroup, 
/**
 * True when the site's configuration demands it, or nearly every post has it.
 */
required: boolean, 
/**
 * What counts when the key is missing, as spelt in YAML.
 */
default: string | null, };

/**
 * A date in parts, as the browser's pickers take them.
 */
export type DateParts = { 
/**
 * `2024-01-31`
 */
day: string, 
/**
 * `10:00` or `10:00:00`, on the clock of its zone; none where the date has no time.
 */
time: string | null, 
/**
 * The zone as spelt, `Z` or `+02:00`; none where the date has none.
 */
zone: string | null, };

/**
 * A way to mend a field.
 */
export type FieldFix = { 
/**
 * What it does, as an imperative.
 */
title: string, 
/**
 * The change.
 */
change: Change, };

/**
 * Something wrong with a field.
 */
export type FieldProblem = { 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * What is wrong, as a sentence.
 */
message: string, 
/**
 * How to mend it, where the form can.
 */
fix: FieldFix | null, };

/**
 * A value as the form shows it. Numbers and dates keep the spelling of the file.
 */
export type Content = { "type": "null" } | { "type": "bool", "value": boolean } | { "type": "number", "value": string } | { "type": "date", "value": string } | { "type": "text", "value": string } | { "type": "list", "value": Array<Content> } | { "type": "map", "value": FieldSet } | { "type": "maps", "value": Array<FieldSet> } | { "type": "other" };

/**
 * A key that is there, with its value.
 */
export type Field = { 
/**
 * Where it is in the header; the last step is its key.
 */
path: Array<Step>, 
/**
 * What is known about it.
 */
info: FieldInfo, 
/**
 * False for a key that neither the generator nor the site's configuration knows.
 */
known: boolean, 
/**
 * The only values it takes. Empty: any.
 */
choices: Array<string>, 
/**
 * Values that other posts have there, the most frequent first.
 */
suggestions: Array<string>, 
/**
 * The value.
 */
content: Content, 
/**
 * Its parts, where it is a date.
 */
date: DateParts | null, 
/**
 * The value as it stands in the text, without the indentation of its lines.
 */
source: string, 
/**
 * From the start of the key to the end of the value.
 */
range: Range16, 
/**
 * Line of the key, from 1.
 */
line: number, 
/**
 * Why it can only be changed in the text, where that is so.
 */
locked: string | null, 
/**
 * What is wrong with it.
 */
problems: Array<FieldProblem>, };

/**
 * The fields of a map.
 */
export type FieldSet = { 
/**
 * Those that are there, in text order.
 */
present: Array<Field>, 
/**
 * Those that could be added, in the schema's order.
 */
missing: Array<FieldInfo>, };

/**
 * The form of one post. It is the same as long as the header, the generator and the file's name are.
 */
export type Form = { 
/**
 * The header's language; none where the post has no header.
 */
format: FrontMatterFormat | null, 
/**
 * The language that a new header is best written in.
 */
bestFormat: FrontMatterFormat, 
/**
 * The whole header with both fences; empty at the start where there is none.
 */
range: Range16, 
/**
 * Why nothing in it can be changed, where that is so.
 */
locked: Lock | null, 
/**
 * The entries in text order, and the keys that could be added.
 */
fields: FieldSet, 
/**
 * The key of the map in which keys of the site's own making belong; none where they stand beside the others.
 */
customUnder: string | null, 
/**
 * The title as a part of an address; empty where there is no title.
 */
titleSlug: string, };

/**
 * When a post is published.
 */
export type Publishes = "now" | "later" | "never";

/**
 * Something that a verdict rests on.
 */
export type VerdictReason = { 
/**
 * A sentence.
 */
message: string, 
/**
 * The place in the post, where there is one.
 */
range: Range16 | null, };

/**
 * Something that may not mean what the writer thinks.
 */
export type Trap = { 
/**
 * A sentence.
 */
message: string, 
/**
 * The place in the post.
 */
range: Range16, 
/**
 * How to mend it, where that can be done in the text.
 */
fix: Fix | null, };

/**
 * Whether the post will be published, when, and why.
 */
export type Verdict = { 
/**
 * The verdict in a word.
 */
publishes: Publishes, 
/**
 * The verdict as a sentence, in the person's time.
 */
headline: string, 
/**
 * Why, most telling first.
 */
because: Array<VerdictReason>, 
/**
 * What may not be as the writer means it.
 */
traps: Array<Trap>, };

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
 * A value that has a name.
 */
export type SettingName = { 
/**
 * The name, in kebab case.
 */
name: string, 
/**
 * What it means, as a sentence.
 */
meaning: string, };

/**
 * What a setting can be set to.
 */
export type SettingValues = { "kind": "switch" } | { "kind": "oneOf", 
/**
 * In the order to show.
 */
names: Array<SettingName>, } | { "kind": "text" };

/**
 * Who set a setting.
 */
export type SettingFrom = { "who": "dialect" } | { "who": "site", 
/**
 * Its path from the site's root.
 */
file: string, 
/**
 * The line, from 1.
 */
line: number, } | { "who": "byHand" };

/**
 * A setting of the rendering, as it is in force.
 */
export type RenderSetting = { 
/**
 * Its name, in kebab case.
 */
key: string, 
/**
 * What it does, as a phrase.
 */
about: string, 
/**
 * What it can be set to.
 */
values: SettingValues, 
/**
 * What it is set to: `on` or `off`, a name, or a text.
 */
value: string, 
/**
 * What the dialect sets it to.
 */
default: string, 
/**
 * Who set it.
 */
from: SettingFrom, };

/**
 * A setting that a person has set for a post.
 */
export type SetByHand = { 
/**
 * Its name.
 */
key: string, 
/**
 * What it is set to.
 */
value: string, };

/**
 * In what two renderings of a block differ.
 */
export type DifferenceKind = "onlyA" | "onlyB" | "text" | "markup" | "addresses" | "ids";

/**
 * A part of the post that comes out differently.
 */
export type BlockDifference = { 
/**
 * Where it stands.
 */
range: Range16, 
/**
 * Line of its start, from 1.
 */
line: number, 
/**
 * How its text begins.
 */
excerpt: string, 
/**
 * In what the two differ.
 */
kind: DifferenceKind, 
/**
 * The one side's HTML, unsanitised; empty where that side shows nothing.
 */
a: string, 
/**
 * The other side's.
 */
b: string, };

/**
 * How a post comes out under two sets of rules.
 */
export type Comparison = { 
/**
 * The revision that the ranges count in.
 */
rev: number, 
/**
 * Name of the one side's dialect.
 */
a: string, 
/**
 * Name of the other's.
 */
b: string, 
/**
 * In text order.
 */
differences: Array<BlockDifference>, 
/**
 * How many more there are.
 */
more: number, 
/**
 * Why not the whole post was compared, as a sentence.
 */
shortened: string | null, };

/**
 * What became of a comparison; the kernel shows the blocks themselves.
 */
export type ComparisonState = { "state": "comparing" } | { "state": "done", 
/**
 * How many blocks differ and are shown.
 */
count: number, 
/**
 * How many more differ.
 */
more: number, 
/**
 * Why not the whole post was compared, as a sentence.
 */
shortened: string | null, } | { "state": "failed" };

/**
 * What the app asks about the rendering of the open post.
 */
export type RenderingAsk = { "ask": "set", 
/**
 * Its name.
 */
key: string, 
/**
 * What to set it to.
 */
value: string, } | { "ask": "reset", 
/**
 * Its name; none for all that were set by hand.
 */
key: string | null, } | { "ask": "compare", 
/**
 * A dialect's id; none for the rules that are in force for this post.
 */
a: string | null, 
/**
 * Likewise.
 */
b: string | null, } | { "ask": "endComparison" };

/**
 * Something that a person asks of spell checking.
 */
export type SpellingAsk = { "ask": "check", 
/**
 * Which of the two.
 */
on: boolean, } | { "ask": "add", 
/**
 * The word.
 */
word: string, } | { "ask": "remove", 
/**
 * The word.
 */
word: string, };

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
 * The settings of the rendering; none when they are those of the previous answer.
 */
settings: Array<RenderSetting> | null, 
/**
 * Whose front matter keys and publishing rules apply.
 */
generator: GeneratorChoice, 
/**
 * How the list of preview blocks differs from the previous answer.
 */
blocks: BlockSplice, 
/**
 * Findings in text order.
 */
diagnostics: Array<Diagnostic>, 
/**
 * The form over the header; none when it is that of the previous answer.
 */
form: Form | null, 
/**
 * Whether the post will be published, when, and why.
 */
verdict: Verdict, 
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
 * Where the words are that spell checking is for, when they were asked for: start and end of each in turn.
 */
words: Array<number> | null, 
/**
 * Set when the preview was cut short by one of the caps (nesting, size, table cells).
 */
shortened: string | null, };

/**
 * Why a snapshot was taken.
 */
export type Why = "opened" | "worked" | "saved" | "named" | "beforeRestore" | "beforeMerge";

/**
 * A snapshot of a post.
 */
export type Snapshot = { 
/**
 * Which.
 */
id: number, 
/**
 * When, milliseconds since 1970.
 */
at: number, 
/**
 * Why.
 */
why: Why, 
/**
 * What the person called it.
 */
name: string | null, 
/**
 * Characters of its text.
 */
length: number, };

/**
 * Code units of a line that the other side does not have; from and to.
 */
export type Mark = { 
/**
 * The first.
 */
from: number, 
/**
 * The first after them.
 */
to: number, };

/**
 * One side of a line in a comparison.
 */
export type DiffSide = { 
/**
 * Its number from 1, in the text of this side.
 */
line: number, 
/**
 * The line.
 */
text: string, 
/**
 * What is not on the other side.
 */
marks: Array<Mark>, };

/**
 * A row of a comparison.
 */
export type DiffLine = { "kind": "same", 
/**
 * In the first text.
 */
before: DiffSide, 
/**
 * In the second text.
 */
after: DiffSide, } | { "kind": "changed", 
/**
 * In the first text.
 */
before: DiffSide, 
/**
 * In the second text.
 */
after: DiffSide, } | { "kind": "added", 
/**
 * In the second text.
 */
after: DiffSide, } | { "kind": "removed", 
/**
 * In the first text.
 */
before: DiffSide, } | { "kind": "skipped", 
/**
 * How many.
 */
count: number, };

/**
 * What one side has at a conflict.
 */
export type ConflictSide = { 
/**
 * The lines with their ends; empty where it has deleted them.
 */
text: string, 
/**
 * The first line, from 1, in that side's text.
 */
line: number, 
/**
 * How many lines.
 */
lines: number, };

/**
 * A place that was changed here and in the file, differently.
 */
export type Conflict = { 
/**
 * What is written here.
 */
ours: ConflictSide, 
/**
 * What is in the file.
 */
theirs: ConflictSide, 
/**
 * What was there before both.
 */
base: ConflictSide, };

/**
 * How a conflict is settled.
 */
export type Choice = "ours" | "theirs" | "both" | "base";

/**
 * What the app asks of the history.
 */
export type HistoryAsk = { "ask": "watch", 
/**
 * Which of the two.
 */
on: boolean, } | { "ask": "keep", 
/**
 * The name.
 */
name: string, } | { "ask": "name", 
/**
 * Which.
 */
id: number, 
/**
 * The name.
 */
name: string | null, } | { "ask": "remove", 
/**
 * Which.
 */
id: number, } | { "ask": "show", 
/**
 * Which.
 */
id: number, 
/**
 * True for the text.
 */
now: boolean, } | { "ask": "restore", 
/**
 * Which.
 */
id: number, } | { "ask": "export" };

/**
 * Where a folder is.
 */
export type WorkspaceKind = "folder" | "browser" | "files";

/**
 * Whether the browser lets us in.
 */
export type Access = "granted" | "prompt" | "denied";

/**
 * A folder of posts.
 */
export type WorkspaceInfo = { 
/**
 * Stable identifier.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Where it is.
 */
kind: WorkspaceKind, 
/**
 * True when posts can be written in place.
 */
writable: boolean, 
/**
 * Whether the browser lets us in.
 */
access: Access, 
/**
 * When it was last opened, milliseconds since 1970; 0 when not known.
 */
opened: number, };

/**
 * A part of a text with what was searched for.
 */
export type Snippet = { 
/**
 * The part.
 */
text: string, 
/**
 * Places in it, from and to, in UTF-16 code units.
 */
ranges: Array<[number, number]>, };

/**
 * A post in the list.
 */
export type PostRow = { 
/**
 * Below the folder, with slashes.
 */
path: string, 
/**
 * The post's title; the file's name until it is read, and where it has none.
 */
title: string, 
/**
 * The date as spelt.
 */
date: string | null, 
/**
 * The same in Unix seconds.
 */
instant: number | null, 
/**
 * Whether and when it is published.
 */
publishes: Publishes, 
/**
 * Its tags.
 */
tags: Array<string>, 
/**
 * Its categories.
 */
categories: Array<string>, 
/**
 * Id of its dialect; empty until the header is read.
 */
dialect: string, 
/**
 * Id of its generator; empty until the header is read.
 */
generator: string, 
/**
 * Words of the body; none until it is read.
 */
words: number | null, 
/**
 * Milliseconds since 1970.
 */
modified: number, 
/**
 * Bytes.
 */
size: number, 
/**
 * True once the header was read, or could not be.
 */
read: boolean, 
/**
 * What is wrong with the file, as a sentence.
 */
problem: string | null, 
/**
 * Where a search was successful in the text.
 */
snippets: Array<Snippet>, 
/**
 * How often; 0 without a search, or when title, tags or path alone match.
 */
matches: number, };

/**
 * Published or not.
 */
export type PublishState = "any" | "now" | "later" | "never";

/**
 * Which posts are shown; none means any.
 */
export type PostFilter = { 
/**
 * Published or not.
 */
state: PublishState, 
/**
 * With this tag.
 */
tag: string | null, 
/**
 * With this category.
 */
category: string | null, 
/**
 * Of this dialect.
 */
dialect: string | null, 
/**
 * Of this year.
 */
year: number | null, 
/**
 * Below this folder.
 */
folder: string | null, 
/**
 * Only posts with a problem.
 */
problems: boolean, };

/**
 * The order of the list.
 */
export type SortBy = "relevance" | "date" | "title" | "modified" | "path";

/**
 * An order and its direction.
 */
export type PostSort = { 
/**
 * By what.
 */
by: SortBy, 
/**
 * The other way round.
 */
descending: boolean, };

/**
 * What of the list is looked at.
 */
export type PostView = { 
/**
 * Which posts.
 */
filter: PostFilter, 
/**
 * In which order.
 */
sort: PostSort, 
/**
 * Words to search for, "phrases" in quotes; every one must be found.
 */
search: string, 
/**
 * The first row wanted.
 */
from: number, 
/**
 * How many rows.
 */
count: number, };

/**
 * A word that posts can be filtered by, and how many have it.
 */
export type WordFacet = { 
/**
 * The word.
 */
value: string, 
/**
 * Posts that have it.
 */
count: number, };

/**
 * A year, and how many posts are of it.
 */
export type YearFacet = { 
/**
 * The year.
 */
value: number, 
/**
 * Posts that are of it.
 */
count: number, };

/**
 * A state, and how many posts are in it.
 */
export type StateFacet = { 
/**
 * The state.
 */
value: Publishes, 
/**
 * Posts that are in it.
 */
count: number, };

/**
 * What the posts of a folder can be filtered by.
 */
export type Facets = { 
/**
 * Tags, the most frequent first.
 */
tags: Array<WordFacet>, 
/**
 * Categories, likewise.
 */
categories: Array<WordFacet>, 
/**
 * Ids of dialects.
 */
dialects: Array<WordFacet>, 
/**
 * Years, the latest first.
 */
years: Array<YearFacet>, 
/**
 * Folders with posts.
 */
folders: Array<WordFacet>, 
/**
 * States.
 */
states: Array<StateFacet>, };

/**
 * The list as it is looked at.
 */
export type PostList = { 
/**
 * The rows wanted.
 */
rows: Array<PostRow>, 
/**
 * Place of the first row.
 */
from: number, 
/**
 * Posts that filter and search let through.
 */
matching: number, 
/**
 * Posts in the folder.
 */
total: number, 
/**
 * Of which headers were read.
 */
read: number, 
/**
 * True when the folder was looked through to its end.
 */
done: boolean, 
/**
 * What it can be filtered by.
 */
facets: Facets, 
/**
 * What a search could not cover, as a sentence.
 */
limit: string | null, };

/**
 * Something in the trash.
 */
export type Trashed = { 
/**
 * Name in the trash.
 */
id: string, 
/**
 * Where the post was.
 */
path: string, 
/**
 * Milliseconds since 1970.
 */
at: number, 
/**
 * How many files it has.
 */
files: number, };

/**
 * A long piece of work.
 */
export type Doing = "copying" | "packing" | "unpacking";

/**
 * How far a long piece of work is.
 */
export type Progress = { 
/**
 * What is done.
 */
doing: Doing, 
/**
 * Files so far.
 */
done: number, 
/**
 * Files in all; 0 when not known.
 */
total: number, };

/**
 * What the app asks of folders.
 */
export type FolderAsk = { "ask": "pick" } | { "ask": "reopen", 
/**
 * Which.
 */
id: string, } | { "ask": "allow" } | { "ask": "openBrowser" } | { "ask": "pickZip" } | { "ask": "keep" } | { "ask": "zip" } | { "ask": "close" } | { "ask": "forget", 
/**
 * Which.
 */
id: string, } | { "ask": "view", 
/**
 * Which.
 */
view: PostView, } | { "ask": "refresh" } | { "ask": "open", 
/**
 * Its path.
 */
path: string, } | { "ask": "create", 
/**
 * Its title.
 */
title: string, 
/**
 * Below this folder; none for where the site's posts are.
 */
folder: string | null, } | { "ask": "duplicate", 
/**
 * Its path.
 */
path: string, } | { "ask": "rename", 
/**
 * Its path.
 */
path: string, 
/**
 * A title or slug, from which the name is made.
 */
name: string, } | { "ask": "remove", 
/**
 * Its path.
 */
path: string, } | { "ask": "trash" } | { "ask": "restore", 
/**
 * Which.
 */
id: string, };

/**
 * A post of a folder.
 */
export type PostFile = { 
/**
 * Its path below the folder.
 */
path: string, 
/**
 * Its text, or the beginning of it.
 */
text: string, };

/**
 * A post in a list.
 */
export type PostSummary = { 
/**
 * Its path below the folder.
 */
path: string, 
/**
 * From the header, else the first level-1 heading.
 */
title: string | null, 
/**
 * The date as spelt.
 */
date: string | null, 
/**
 * The same in Unix seconds.
 */
instant: number | null, 
/**
 * Whether and when it is published.
 */
publishes: Publishes, 
/**
 * Its tags.
 */
tags: Array<string>, 
/**
 * Its categories.
 */
categories: Array<string>, 
/**
 * The slug that its header gives.
 */
slug: string | null, 
/**
 * Id of its dialect.
 */
dialect: string, 
/**
 * Id of its generator.
 */
generator: string, };

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
 * Settings of the rendering that a person has set for this post.
 */
settings: Array<SetByHand>, 
/**
 * Whose front matter keys and publishing rules apply, where a person chose; else the dialect's.
 */
generator: string | null, 
/**
 * What a person chose about the linter's rules.
 */
rules: Array<RuleLevel>, 
/**
 * The present moment, in Unix seconds.
 */
now: number, 
/**
 * The person's zone, in minutes east of UTC.
 */
zone: number, 
/**
 * True when the kernel has no blocks yet and wants all of them, and the form.
 */
reset: boolean, 
/**
 * True when the words that spell checking is for are wanted too.
 */
words: boolean, } | { "type": "learnSite", 
/**
 * Files; of posts the header is enough.
 */
files: Array<PostFile>, 
/**
 * The paths of all files of the site's folder, where they are known by now.
 */
paths: Array<string> | null, 
/**
 * True for another site than before.
 */
reset: boolean, } | { "type": "summarise", 
/**
 * Posts; of long ones the header and the beginning are enough.
 */
files: Array<PostFile>, 
/**
 * The present moment, in Unix seconds.
 */
now: number, 
/**
 * The person's zone, in minutes east of UTC.
 */
zone: number, } | { "type": "compare", 
/**
 * The revision of the text.
 */
rev: number, 
/**
 * The whole text, line breaks as `\n`.
 */
text: string, 
/**
 * The file's name where known.
 */
fileName: string | null, 
/**
 * As for an analysis.
 */
dialect: string | null, 
/**
 * As for an analysis.
 */
settings: Array<SetByHand>, 
/**
 * The one side: a dialect's id, or none for the rules that are in force for this post.
 */
a: string | null, 
/**
 * The other side, likewise.
 */
b: string | null, } | { "type": "change", 
/**
 * The revision of the text.
 */
rev: number, 
/**
 * The whole text, line breaks as `\n`.
 */
text: string, 
/**
 * The file's name where known.
 */
fileName: string | null, 
/**
 * A dialect chosen by hand; else it is detected.
 */
dialect: string | null, 
/**
 * As for an analysis.
 */
generator: string | null, 
/**
 * The present moment, in Unix seconds.
 */
now: number, 
/**
 * The person's zone, in minutes east of UTC.
 */
zone: number, 
/**
 * What is to be changed.
 */
change: Change, };

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
dialects: Array<DialectInfo>, 
/**
 * Whose front matter keys are known, in the order to show.
 */
generators: Array<GeneratorInfo>, 
/**
 * The linter's rules, in the order to show.
 */
rules: Array<RuleInfo>, } | { "type": "analysed", 
/**
 * The result.
 */
result: Analysed, } | { "type": "learned", 
/**
 * What is wrong with the linter's configuration, as sentences that say where.
 */
problems: Array<string>, } | { "type": "summaries", 
/**
 * One for each file, in the order of the request.
 */
summaries: Array<PostSummary>, } | { "type": "compared", 
/**
 * The result.
 */
comparison: Comparison, } | { "type": "changed", 
/**
 * The revision that the ranges count in.
 */
rev: number, 
/**
 * Non-overlapping edits in text order; none at all when the text says so already.
 */
edits: Array<Edit16>, 
/**
 * Why there are none, where the change was refused.
 */
refused: Lock | null, };

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
export type Command = { "type": "new" } | { "type": "open" } | { "type": "openFolder" } | { "type": "folder", 
/**
 * What.
 */
ask: FolderAsk, } | { "type": "history", 
/**
 * What.
 */
ask: HistoryAsk, } | { "type": "image", 
/**
 * What.
 */
ask: ImageAsk, } | { "type": "reloadFile" } | { "type": "settle", 
/**
 * One for each.
 */
choices: Array<Choice>, } | { "type": "takeOver" } | { "type": "openDraft", 
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
id: string | null, } | { "type": "rendering", 
/**
 * What.
 */
ask: RenderingAsk, } | { "type": "lint", 
/**
 * What.
 */
ask: LintAsk, } | { "type": "spelling", 
/**
 * What.
 */
ask: SpellingAsk, } | { "type": "setGenerator", 
/**
 * The generator's id.
 */
id: string | null, } | { "type": "change", 
/**
 * What.
 */
change: Change, 
/**
 * True for a key press in a field: undone together with those right before it.
 */
typing: boolean, } | { "type": "forgetRefusal" } | { "type": "watchChanges", 
/**
 * Which of the two.
 */
on: boolean, } | { "type": "lookUpImages", 
/**
 * As the header has them.
 */
paths: Array<string>, } | { "type": "listFiles", 
/**
 * True for images only.
 */
images: boolean, } | { "type": "reveal", 
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
always: boolean, } | { "type": "forbidRemote" } | { "type": "restartEngine" } | { "type": "reload" } | { "type": "dismissNotice", 
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
 * Counts what was opened: another number is another post, the same one is the same post under another name.
 */
opening: number, 
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
 * Why a change of the header was refused.
 */
export type Refusal = { 
/**
 * The path that the change was about; empty where it was about the whole header.
 */
path: Array<Step>, 
/**
 * The reason and its place.
 */
lock: Lock, };

/**
 * What became of a line.
 */
export type LineChange = "added" | "removed";

/**
 * A line that differs from the file.
 */
export type ChangedLine = { 
/**
 * What became of it.
 */
change: LineChange, 
/**
 * Its number from 1, in the text where it was added and in the file where it was removed.
 */
line: number, 
/**
 * The line, without its end; cut after some hundred characters.
 */
text: string, };

/**
 * An image that can be shown.
 */
export type ImageFile = { 
/**
 * What the header has, or would have, to name it.
 */
path: string, 
/**
 * An address that the page itself can show; none where only its name is known.
 */
url: string | null, };

/**
 * Files that can be chosen.
 */
export type FileList = { 
/**
 * Name of the folder.
 */
folder: string, 
/**
 * The files, those nearest to the post first.
 */
files: Array<ImageFile>, 
/**
 * True when there are more than are listed.
 */
more: boolean, };

/**
 * Where an image can be written.
 */
export type ImagePlace = { 
/**
 * The folder below the one that is open; empty for that one itself.
 */
folder: string, 
/**
 * Why there, as a phrase.
 */
why: string, 
/**
 * True where it is kept in the browser with the draft instead of being written.
 */
kept: boolean, };

/**
 * What is chosen for an image.
 */
export type ImageChoice = { 
/**
 * Name of its file, without the ending.
 */
name: string, 
/**
 * Index of its place.
 */
place: number, 
/**
 * Width to bring it to, in px; none for its own.
 */
width: number | null, 
/**
 * Convert it to WebP.
 */
webp: boolean, };

/**
 * What comes of a choice.
 */
export type ImageOutcome = { 
/**
 * Kind of file, as people call it.
 */
format: string, 
/**
 * In px; 0 for an image that has no size of its own.
 */
width: number, 
/**
 * In px.
 */
height: number, 
/**
 * Bytes.
 */
bytes: number, };

/**
 * An image that is about to be put into the post.
 */
export type NewImage = { 
/**
 * Another number is another image.
 */
id: number, 
/**
 * Which of those that came together, from 1.
 */
number: number, 
/**
 * How many came together.
 */
count: number, 
/**
 * The name that it came with.
 */
file: string, 
/**
 * An address that the page can show; none for what cannot be shown.
 */
url: string | null, 
/**
 * As it came.
 */
original: ImageOutcome, 
/**
 * Why it cannot be put into the post.
 */
problem: string | null, 
/**
 * What is good to know about it, as sentences.
 */
notes: Array<string>, 
/**
 * Where it can be written, the best first.
 */
places: Array<ImagePlace>, 
/**
 * Smaller widths that it can be brought to, in px.
 */
widths: Array<number>, 
/**
 * What it stays where it is not converted, as people call it.
 */
keeps: string, 
/**
 * Whether it can be converted to WebP.
 */
webp: boolean, 
/**
 * What is chosen.
 */
choice: ImageChoice, 
/**
 * What comes of that; none while it is being made.
 */
outcome: ImageOutcome | null, 
/**
 * Ending of its file, with the dot.
 */
ending: string, 
/**
 * The path that it gets; none while that is not known.
 */
path: string | null, 
/**
 * How the post will name it.
 */
link: string | null, 
/**
 * True where the name that was chosen is taken, so that a number is added.
 */
taken: boolean, 
/**
 * Whether it takes a description; not so in a field of the header.
 */
described: boolean, 
/**
 * True while it is being written.
 */
busy: boolean, 
/**
 * Why it could not be written.
 */
failure: string | null, };

/**
 * What the app asks about images.
 */
export type ImageAsk = { "ask": "pick", 
/**
 * The path of that field.
 */
field: Array<Step> | null, } | { "ask": "choose", 
/**
 * Which image.
 */
id: number, 
/**
 * The choice.
 */
choice: ImageChoice, } | { "ask": "insert", 
/**
 * Which image.
 */
id: number, 
/**
 * The choice.
 */
choice: ImageChoice, 
/**
 * What it shows; empty for one that only decorates.
 */
alt: string, } | { "ask": "skip", 
/**
 * Which image.
 */
id: number, } | { "ask": "cancel", 
/**
 * Which image.
 */
id: number, } | { "ask": "writeKept" };

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
 * Whose front matter keys and publishing rules apply.
 */
generator: GeneratorChoice, 
/**
 * Whether the post will be published, when, and why.
 */
verdict: Verdict, 
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
shortened: string | null, } | { "type": "form", 
/**
 * The form.
 */
form: Form, } | { "type": "renderSettings", 
/**
 * In the order to show.
 */
settings: Array<RenderSetting>, } | { "type": "comparison", 
/**
 * The state.
 */
comparison: ComparisonState, } | { "type": "refusal", 
/**
 * Which and why.
 */
refusal: Refusal | null, } | { "type": "changes", 
/**
 * Lines in text order.
 */
lines: Array<ChangedLine>, 
/**
 * How many more changed lines there are.
 */
more: number, } | { "type": "images", 
/**
 * One for each that was found.
 */
found: Array<ImageFile>, } | { "type": "files", 
/**
 * Their list.
 */
files: FileList | null, } | { "type": "image", 
/**
 * The image.
 */
image: NewImage | null, } | { "type": "snapshots", 
/**
 * The list.
 */
list: Array<Snapshot>, } | { "type": "snapshotDiff", 
/**
 * Which.
 */
id: number, 
/**
 * True when it is compared with the text.
 */
now: boolean, 
/**
 * Rows in order.
 */
rows: Array<DiffLine>, 
/**
 * How many more rows there are.
 */
more: number, } | { "type": "conflicts", 
/**
 * Name of the file.
 */
name: string, 
/**
 * In text order.
 */
list: Array<Conflict>, } | { "type": "workspace", 
/**
 * The open one.
 */
workspace: WorkspaceInfo | null, 
/**
 * What can be opened again, latest first.
 */
recent: Array<WorkspaceInfo>, 
/**
 * Path of the open post in it.
 */
post: string | null, } | { "type": "posts", 
/**
 * The list.
 */
list: PostList | null, } | { "type": "trash", 
/**
 * The latest first.
 */
items: Array<Trashed>, } | { "type": "folderProgress", 
/**
 * The work.
 */
progress: Progress | null, } | { "type": "cursor", 
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
dialects: Array<DialectInfo>, 
/**
 * Whose front matter keys are known, once that is known.
 */
generators: Array<GeneratorInfo>, 
/**
 * The linter's rules, once they are known.
 */
rules: Array<RuleInfo>, } | { "type": "ruleLevels", 
/**
 * In the order in which it was chosen.
 */
levels: Array<RuleLevel>, } | { "type": "rulePage", 
/**
 * None when it is not seen any more.
 */
page: RulePage | null, } | { "type": "settings", 
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
remoteAlways: boolean, } | { "type": "spelling", 
/**
 * Whether it is on.
 */
on: boolean, 
/**
 * What the words of the open post are checked as, where there is a dictionary: `British English`.
 */
language: string | null, 
/**
 * The writer's own words, in the order of the alphabet.
 */
words: Array<string>, } | { "type": "remote", 
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
