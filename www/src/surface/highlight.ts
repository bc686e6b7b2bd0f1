// Owns the colours of syntax, as custom properties so that light and dark need no rebuild.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Prec, type Extension } from "@codemirror/state";
import { tags as t } from "@lezer/highlight";

const MONO = { fontFamily: "var(--code-font)", fontSize: "0.92em" };

const style = HighlightStyle.define([
  // Prose.
  { tag: t.heading, fontWeight: "650" },
  { tag: t.strong, fontWeight: "700" },
  { tag: t.emphasis, fontStyle: "italic" },
  { tag: t.strikethrough, textDecoration: "line-through" },
  { tag: t.link, color: "var(--s-link)" },
  { tag: t.url, color: "var(--s-faint)" },
  { tag: t.quote, color: "var(--s-soft)" },
  { tag: t.monospace, ...MONO },
  { tag: t.labelName, color: "var(--s-name)" },
  { tag: t.contentSeparator, color: "var(--s-faint)" },
  { tag: t.character, color: "var(--s-string)" },
  { tag: t.escape, color: "var(--s-faint)" },
  // Marks step back behind the words.
  { tag: t.processingInstruction, color: "var(--s-faint)", fontWeight: "400" },
  // Code and data.
  { tag: [t.keyword, t.modifier, t.operatorKeyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword], color: "var(--s-keyword)" },
  { tag: [t.string, t.special(t.string), t.regexp, t.attributeValue], color: "var(--s-string)" },
  { tag: [t.number, t.bool, t.null, t.atom, t.unit, t.color], color: "var(--s-number)" },
  { tag: [t.comment, t.docComment], color: "var(--s-faint)", fontStyle: "italic" },
  { tag: [t.definition(t.propertyName), t.propertyName, t.attributeName], color: "var(--s-name)" },
  { tag: [t.function(t.variableName), t.function(t.propertyName), t.macroName], color: "var(--s-function)" },
  { tag: [t.typeName, t.className, t.namespace, t.tagName], color: "var(--s-type)" },
  { tag: [t.punctuation, t.bracket, t.separator, t.operator], color: "var(--s-soft)" },
  { tag: [t.meta, t.annotation], color: "var(--s-faint)" },
  { tag: t.invalid, color: "var(--error)" },
]);

export const highlight: Extension = Prec.low(syntaxHighlighting(style));
