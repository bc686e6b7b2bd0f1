// Owns Markdown inside a code block. The build puts it in the place of the library's own, which brings the grammars of HTML,
// CSS and JavaScript with it.

import { markdownLanguage } from "@codemirror/lang-markdown";
import { LanguageSupport } from "@codemirror/language";

export const markdown = (): LanguageSupport => new LanguageSupport(markdownLanguage);
