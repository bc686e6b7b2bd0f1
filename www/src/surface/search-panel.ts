// Owns the search panel of the text: what is looked for, how many there are, and replacing them.

import {
  SearchQuery,
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  search,
  searchKeymap,
  selectMatches,
  setSearchQuery,
} from "@codemirror/search";
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView, keymap, runScopeHandlers, type Command, type Panel, type ViewUpdate } from "@codemirror/view";

/** Counting stops here; nobody wants to know more exactly. */
const MOST = 999;

function element<K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>, ...children: Node[]): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function field(label: string, primary: boolean): HTMLInputElement {
  const input = element("input", { type: "text", className: "cm-textfield", placeholder: label, ariaLabel: label, spellcheck: false });
  input.setAttribute("autocapitalize", "off");
  // The library puts the focus into the field that says so.
  if (primary) input.setAttribute("main-field", "true");
  return input;
}

/** “3 of 12”, “12 found”, “none found”; nothing for a query that is empty or no valid expression. */
function countMatches(state: EditorState, query: SearchQuery): string {
  if (query.search === "") return "";
  if (!query.valid) return "Not a valid expression";
  const { main } = state.selection;
  let total = 0;
  let current = 0;
  const cursor = query.getCursor(state);
  for (let match = cursor.next(); !match.done && total <= MOST; match = cursor.next()) {
    total += 1;
    if (match.value.from === main.from && match.value.to === main.to) current = total;
  }
  if (total === 0) return "None found";
  const all = total > MOST ? `more than ${MOST}` : String(total);
  return current > 0 ? `${current} of ${all}` : `${all} found`;
}

function createPanel(view: EditorView): Panel {
  let query = getSearchQuery(view.state);
  const find = field("Find", true);
  const replace = field("Replace with", false);
  const count = element("output", { className: "cm-find-count" });
  const box = (label: string): [HTMLInputElement, HTMLLabelElement] => {
    const input = element("input", { type: "checkbox" });
    return [input, element("label", {}, input, document.createTextNode(label))];
  };
  const [caseSensitive, caseLabel] = box("Match case");
  const [wholeWord, wordLabel] = box("Whole words");
  const [regexp, regexpLabel] = box("Regular expression");
  const button = (label: string, command: Command): HTMLButtonElement =>
    element("button", { type: "button", className: "cm-button", textContent: label, onclick: () => void command(view) });
  const close = element("button", { type: "button", className: "cm-find-close", ariaLabel: "Close the search", textContent: "×", onclick: () => void closeSearchPanel(view) });

  const show = (): void => {
    if (find.value !== query.search) find.value = query.search;
    if (replace.value !== query.replace) replace.value = query.replace;
    caseSensitive.checked = query.caseSensitive;
    wholeWord.checked = query.wholeWord;
    regexp.checked = query.regexp;
    find.ariaInvalid = String(query.search !== "" && !query.valid);
    count.textContent = countMatches(view.state, query);
  };
  const commit = (): void => {
    const next = new SearchQuery({
      search: find.value,
      replace: replace.value,
      caseSensitive: caseSensitive.checked,
      wholeWord: wholeWord.checked,
      regexp: regexp.checked,
      literal: !regexp.checked,
    });
    if (!next.eq(query)) view.dispatch({ effects: setSearchQuery.of(next) });
  };
  for (const input of [find, replace]) input.oninput = commit;
  for (const input of [caseSensitive, wholeWord, regexp]) input.onchange = commit;

  const dom = element(
    "div",
    { className: "cm-find" },
    element("div", { className: "cm-find-row" }, find, count, button("Next", findNext), button("Previous", findPrevious), button("Select all", selectMatches), close),
    element("div", { className: "cm-find-row" }, replace, button("Replace", replaceNext), button("Replace all", replaceAll)),
    element("div", { className: "cm-find-row" }, caseLabel, wordLabel, regexpLabel),
  );
  dom.setAttribute("role", "search");
  dom.setAttribute("aria-label", "Find and replace in the text");
  dom.onkeydown = (event) => {
    if (runScopeHandlers(view, event, "search-panel")) event.preventDefault();
    else if (event.key === "Enter" && !event.isComposing && event.target === find) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(view);
    } else if (event.key === "Enter" && !event.isComposing && event.target === replace) {
      event.preventDefault();
      replaceNext(view);
    }
  };

  return {
    dom,
    top: true,
    mount() {
      show();
      find.select();
    },
    update({ docChanged, selectionSet, transactions }: ViewUpdate) {
      const asked = transactions.flatMap(({ effects }) => effects).find((effect) => effect.is(setSearchQuery));
      if (asked) query = asked.value;
      if (asked || docChanged || selectionSet) show();
    },
  };
}

export const searchPanel: Extension = [search({ top: true, createPanel }), keymap.of(searchKeymap)];
