//! Owns the values of settings that are more than on or off.

/// Values that have names.
pub trait Named: Copy + PartialEq + 'static {
    /// Every value's name, in kebab case. What switches the feature off is first.
    const NAMES: &'static [&'static str];
    /// What each means, as a sentence, in the order of their names.
    const MEANINGS: &'static [&'static str];
    /// The values, in the order of their names.
    const ALL: &'static [Self];
}

/// An enumeration whose values have names and meanings.
macro_rules! named {
    ($(#[$about:meta])* $type:ident { $($(#[doc = $meaning:literal])+ $value:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type { $($(#[doc = $meaning])+ $value,)+ }

        impl Named for $type {
            const NAMES: &'static [&'static str] = &[$($name),+];
            const MEANINGS: &'static [&'static str] = &[$(concat!($($meaning),+)),+];
            const ALL: &'static [$type] = &[$($type::$value),+];
        }
    };
}

named! {
    /// How a dialect makes the `id` of a heading.
    HeadingIds {
        /// None at all.
        Off = "off",
        /// github-slugger: lower case, punctuation dropped, spaces become hyphens, repeats get `-1`.
        Github = "github",
        /// Hugo's `github` kind: the same from the heading's last line; where nothing is left, `heading`.
        Hugo = "hugo",
        /// Hugo's `github-ascii` kind: the same with accents taken off and other letters dropped.
        HugoAscii = "hugo-ascii",
        /// The Rust crate `slug`: transliterated to ASCII, words joined by single hyphens.
        Slug = "slug",
        /// White space becomes `_`, all else stays: what Zola does where slugs are off or `safe`.
        Underscores = "underscores",
        /// kramdown's with its parser for GitHub's Markdown: as `github`, but repeats are counted without a look.
        Kramdown = "kramdown",
        /// Docusaurus's: as `github` from the Markdown before its quotes are curled, alternative texts included.
        Docusaurus = "docusaurus",
    }
}

named! {
    /// Which grammar a body has.
    Grammar {
        /// CommonMark with extensions. <https://spec.commonmark.org>
        CommonMark = "commonmark",
        /// kramdown's with its GFM input. <https://kramdown.gettalong.org/syntax.html>
        Kramdown = "kramdown",
    }
}

named! {
    /// How footnotes are marked up.
    Footnotes {
        /// Not at all: `[^1]` is text.
        Off = "off",
        /// As remark and github.com do: `section[data-footnotes]`, ids `user-content-fn-…`.
        Github = "github",
        /// The same as React writes it: attributes without a value are `true`.
        React = "react",
        /// As cmark-gfm does: the same without a heading, ids `fn-…`.
        Cmark = "cmark",
        /// As goldmark does: `div.footnotes` after a rule, ids `fn:…`.
        Goldmark = "goldmark",
        /// As pulldown-cmark does: `div.footnote-definition` where the definition stands.
        InPlace = "in-place",
        /// As Zola does with `bottom_footnotes`: `ol.footnotes-list` at the end, ids `fn-…`.
        Bottom = "bottom",
        /// As kramdown does: `div.footnotes` with ids by name, `fn:note`.
        Kramdown = "kramdown",
        /// As gatsby-transformer-remark does: `div.footnotes` after a rule, ids `fn-…`.
        Gatsby = "gatsby",
    }
}

named! {
    /// How struck-out text is written and marked up.
    Strikethrough {
        /// Tildes are text.
        Off = "off",
        /// `~~x~~` and `~x~` are `<del>`.
        Del = "del",
        /// `~~x~~` and `~x~` are `<del>`; one tilde inside a word is text.
        DelBetweenWords = "del-between-words",
        /// `~~x~~` is `<s>`; one tilde is text.
        DoubleS = "double-s",
    }
}

named! {
    /// How list items with a checkbox are marked up.
    TaskLists {
        /// `[ ]` is text.
        Off = "off",
        /// `<input>` in an ordinary item.
        Plain = "plain",
        /// The same, also without white space after the box, as goldmark has it.
        Goldmark = "goldmark",
        /// `<input>` in an ordinary item, before its first paragraph where it has one, as cmark-gfm has it.
        Cmark = "cmark",
        /// The item has the class `task-list-item`, its list `contains-task-list`.
        Classes = "classes",
        /// kramdown's: classes `task-list`, `task-list-item` and `task-list-item-checkbox`.
        Kramdown = "kramdown",
    }
}

named! {
    /// Which bare addresses become links.
    Linkify {
        /// None.
        Off = "off",
        /// Those of github.com: the GFM specification's and some more.
        Gfm = "gfm",
        /// Those of goldmark with Hugo's `https` for `www.`.
        Goldmark = "goldmark",
        /// Those of mdast-util-gfm-autolink-literal: after anything but a letter.
        Remark = "remark",
    }
}

named! {
    /// How `> [!NOTE]` is shown.
    Alerts {
        /// As the quote that it is.
        Off = "off",
        /// As github.com does: `div.markdown-alert` with a title.
        Github = "github",
        /// As pulldown-cmark does: `blockquote.markdown-alert-note`.
        Blockquote = "blockquote",
    }
}

named! {
    /// Whose rules make quotes curly and dashes long.
    Typographer {
        /// Nobody's: they stay as they are typed.
        Off = "off",
        /// Those of goldmark, which Hugo uses.
        Goldmark = "goldmark",
        /// Those of pulldown-cmark, which Zola uses.
        PulldownCmark = "pulldown-cmark",
        /// SmartyPants as in retext-smartypants: `--` is a long dash.
        Smartypants = "smartypants",
        /// Astro's: pulldown-cmark's dashes, with quotes that also close after digits and ideographs.
        Astro = "astro",
        /// kramdown's: SmartyPants as RubyPants has it.
        Kramdown = "kramdown",
    }
}

named! {
    /// How the alignment of a table's column is marked up.
    TableAlignment {
        /// `style="text-align: right"`.
        Style = "style",
        /// `align="right"`.
        Align = "align",
    }
}

named! {
    /// Where the language of a code block comes from.
    CodeLanguage {
        /// The fence's first word.
        FirstWord = "first-word",
        /// The same, up to a comma or brace.
        Word = "word",
        /// The fence's first word, up to a brace: what Hugo does.
        UpToBrace = "up-to-brace",
        /// What stands first between commas and is no `name=value`, also in `data-lang`: what Zola does.
        UpToComma = "up-to-comma",
        /// The fence's first word; `plaintext` where it names no language.
        OrPlaintext = "or-plaintext",
    }
}

named! {
    /// What becomes of line ends at the end of a code block.
    CodeEnd {
        /// All are kept.
        Kept = "kept",
        /// Blank lines are dropped.
        Trimmed = "trimmed",
        /// One is dropped.
        LessOne = "less-one",
        /// Up to two are dropped.
        LessTwo = "less-two",
    }
}

named! {
    /// What `alt` says of an image's text.
    AltText {
        /// Its text without markup.
        Text = "text",
        /// Its text without markup and without code.
        WithoutCode = "without-code",
    }
}

named! {
    /// What becomes of links whose address is `javascript:` and the like.
    ScriptLinks {
        /// They stay.
        Kept = "kept",
        /// They lead nowhere, unless raw HTML is kept.
        Emptied = "emptied",
        /// They are no links.
        Text = "text",
    }
}

named! {
    /// Which links lead to other sites.
    ExternalLinks {
        /// Those to `http:` and `https:`.
        Http = "http",
        /// Those with any scheme, and with `//`.
        AnyScheme = "any-scheme",
    }
}

named! {
    /// What stands for the end of the excerpt.
    Excerpt {
        /// It is a comment like any other.
        Off = "off",
        /// `<!--more-->` is taken out.
        More = "more",
        /// The first `<!-- more -->` is `<span id="continue-reading">`.
        ContinueReading = "continue-reading",
        /// `<!-- truncate -->` is taken out.
        Truncate = "truncate",
    }
}
