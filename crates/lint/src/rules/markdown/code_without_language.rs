//! Owns the rule `code-without-language`.

use crate::rule::rule;
use crate::rules::fences::{self, Fence};
use crate::{Context, Fix, Place};
use foreword_core::dialects::Grammar;
use foreword_core::{Edit, Span};

rule! {
    /// A fenced code block does not name its language.
    ///
    /// **Why.** The language decides its colours, and tells people who listen to the page what comes. In a site's posts
    /// only blocks that look like code are spoken of: what a program prints has no language.
    ///
    /// ````md bad
    /// ```
    /// fn main() {}
    /// ```
    /// ````
    ///
    /// ````md bad language_only=true
    /// ```rust {linenos=true}
    /// fn main() {}
    /// ```
    /// ````
    ///
    /// ````md bad allowed_languages=rust,text
    /// ```python
    /// pass
    /// ```
    /// ````
    ///
    /// ````md good
    /// ```rust
    /// fn main() {}
    /// ```
    /// ````
    ///
    /// **Fix.** Marks it as plain text.
    ///
    /// **Source.** markdownlint MD040.
    CODE_WITHOUT_LANGUAGE {
        id: "code-without-language",
        aliases: ["MD040"],
        group: Markdown,
        severity: Info,
        choices: [
            "allowed_languages" = "": "The languages that may be named, separated by commas; empty for any.",
            "language_only" = "false": "Whether nothing may stand after the language.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let allowed: Vec<&str> = cx.words("allowed_languages").collect();
    let strict = cx.is_strict();
    for fence in fences::all(cx) {
        let Some(line) = cx.facts.lines.get(fence.lines.start) else { continue };
        let place = Span::new(fence.opening.start, line.span.end).trim_end(source);
        let language = fence.info.split_whitespace().next();
        // kramdown takes the language from attributes below the block, too.
        let below = cx.facts.lines.get(fence.lines.end).map_or("", |line| line.content(source));
        let named_below = cx.document.settings.grammar == Grammar::Kramdown && below.starts_with("{:");
        match language {
            None if named_below => {}
            None if !strict && !looks_like_code(cx, &fence) => {}
            None => {
                let edit = Edit::insert(fence.opening.end, "text");
                let fixes = if allowed.is_empty() || allowed.contains(&"text") {
                    vec![Fix::suggested("Mark it as plain text", vec![edit])]
                } else {
                    Vec::new()
                };
                cx.report(place, "This code block does not name its language.", fixes);
            }
            Some(name) if !allowed.is_empty() && !allowed.contains(&name) => {
                cx.report(
                    place,
                    format!("The language “{name}” is not one of those chosen for this site."),
                    Vec::new(),
                );
            }
            Some(name) if cx.is_on("language_only") && name != fence.info => {
                cx.report(place, "More than the language stands after this fence.", Vec::new());
            }
            Some(_) => {}
        }
    }
}

/// Words that begin lines of code and hardly any others.
const BEGINNINGS: [&str; 20] = [
    "$ ",
    "#!/",
    "#include",
    "import ",
    "from ",
    "const ",
    "let ",
    "var ",
    "function ",
    "def ",
    "class ",
    "fn ",
    "pub ",
    "func ",
    "package ",
    "return ",
    "<?",
    "</",
    "public ",
    "if (",
];

/// Words that begin what compilers print; they show code in it.
const COMPLAINTS: [&str; 5] = ["error:", "error[", "warning:", "warning[", "panicked at"];

fn looks_like_code(cx: &Context<'_, '_>, fence: &Fence<'_>) -> bool {
    let lines = cx.facts.lines.get(fence.lines.clone()).unwrap_or(&[]);
    let code = || lines.iter().filter(|line| line.place == Place::Code);
    if code().take(5).any(|line| COMPLAINTS.iter().any(|words| line.content(cx.source()).contains(words))) {
        return false;
    }
    code().any(|line| {
        let text = line.content(cx.source()).trim_end();
        text.ends_with([';', '{', '}']) || BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
    })
}
