//! Keeps `www/src/wire.ts` equal to the Rust types. `FOREWORD_UPDATE=1 cargo test -p foreword-wire
//! --features typescript` writes it.
#![cfg(feature = "typescript")]

use foreword_wire::{
    Access, Analysed, Block, BlockDifference, BlockSplice, Change, ChangedLine, Choice, Command, Comparison,
    ComparisonState, Conflict, ConflictSide, Content, DateParts, Diagnostic, DialectChoice, DialectInfo,
    DiffLine, DiffSide, DifferenceKind, Doing, Edit16, Encoding, EngineState, Event, Facets, Field, FieldFix,
    FieldGroup, FieldInfo, FieldKind, FieldProblem, FieldSet, FileList, Fix, FolderAsk, Form, Format,
    FrontMatterFormat, GeneratorChoice, GeneratorInfo, HistoryAsk, ImageAsk, ImageChoice, ImageFile,
    ImageOutcome, ImagePlace, LineChange, LintAsk, Lock, Mark, NewImage, NewValue, Notice, NoticeAction,
    NoticeKind, OpenDocument, OutlineItem, PROTOCOL, PostFile, PostFilter, PostList, PostRow, PostSort,
    PostSummary, PostView, Progress, PublishState, Publishes, Range16, Refusal, RenderSetting, RenderingAsk,
    Request, Response, RuleGroup, RuleInfo, RuleLevel, RulePage, SaveState, SetByHand, SettingFrom,
    SettingName, SettingValues, Severity, Snapshot, Snippet, SortBy, SpellingAsk, StateFacet, Stats, Step,
    Theme, Trap, Trashed, Verdict, VerdictReason, View, Why, WordFacet, WorkspaceInfo, WorkspaceKind,
    YearFacet,
};
use ts_rs::{Config, TS};

macro_rules! declarations {
    ($($name:ident),* $(,)?) => {{
        let config = Config::default();
        let mut out = String::new();
        $(
            if let Some(docs) = <$name as TS>::docs() {
                out.push_str(&docs);
            }
            out.push_str("export ");
            out.push_str(&<$name as TS>::decl(&config));
            out.push_str("\n\n");
        )*
        out
    }};
}

#[test]
fn typescript_types_are_current() {
    let types = declarations!(
        Range16,
        Edit16,
        Block,
        BlockSplice,
        Severity,
        RuleGroup,
        RuleInfo,
        RuleLevel,
        RulePage,
        LintAsk,
        Fix,
        Diagnostic,
        DialectChoice,
        DialectInfo,
        GeneratorInfo,
        GeneratorChoice,
        FrontMatterFormat,
        Step,
        NewValue,
        Change,
        Lock,
        FieldKind,
        FieldGroup,
        FieldInfo,
        DateParts,
        FieldFix,
        FieldProblem,
        Content,
        Field,
        FieldSet,
        Form,
        Publishes,
        VerdictReason,
        Trap,
        Verdict,
        OutlineItem,
        Stats,
        SettingName,
        SettingValues,
        SettingFrom,
        RenderSetting,
        SetByHand,
        DifferenceKind,
        BlockDifference,
        Comparison,
        ComparisonState,
        RenderingAsk,
        SpellingAsk,
        Analysed,
        Why,
        Snapshot,
        Mark,
        DiffSide,
        DiffLine,
        ConflictSide,
        Conflict,
        Choice,
        HistoryAsk,
        WorkspaceKind,
        Access,
        WorkspaceInfo,
        Snippet,
        PostRow,
        PublishState,
        PostFilter,
        SortBy,
        PostSort,
        PostView,
        WordFacet,
        YearFacet,
        StateFacet,
        Facets,
        PostList,
        Trashed,
        Doing,
        Progress,
        FolderAsk,
        PostFile,
        PostSummary,
        Request,
        Response,
        View,
        Theme,
        Encoding,
        Format,
        Command,
        SaveState,
        EngineState,
        NoticeKind,
        NoticeAction,
        Notice,
        OpenDocument,
        Refusal,
        LineChange,
        ChangedLine,
        ImageFile,
        FileList,
        ImagePlace,
        ImageChoice,
        ImageOutcome,
        NewImage,
        ImageAsk,
        Event,
    );
    let wanted = format!(
        "// Owns the wire types for TypeScript. Generated from crates/wire; do not edit.\n\n\
         /** Version of these messages; see the Rust constant of the same name. */\n\
         export const PROTOCOL = {PROTOCOL};\n\n{}\n",
        types.trim_end()
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/src/wire.ts");
    if std::env::var_os("FOREWORD_UPDATE").is_some() {
        std::fs::write(path, &wanted).unwrap();
    }
    let have = std::fs::read_to_string(path).unwrap_or_default();
    assert!(have == wanted, "www/src/wire.ts is not what crates/wire says; run `cargo xtask types`");
}
