// Owns the keyboard's way to problems: F8 goes to the next one, Alt+. offers its fixes at the cursor and says why it is one.

import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, closeHoverTooltips, keymap, showTooltip, type Command, type Tooltip } from "@codemirror/view";
import { findingsAt, type Finding, type Findings } from "./findings";

interface Open {
  at: number;
  found: Finding[];
}

const open = StateEffect.define<Open | null>();

function content(view: EditorView, { found }: Open, findings: Findings, why: (rule: string) => void): HTMLElement {
  const box = document.createElement("div");
  box.className = "cm-fixes";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Problem");
  for (const finding of found) {
    const message = document.createElement("p");
    message.textContent = finding.message;
    box.append(message);
    for (const fix of finding.fixes) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = fix.title;
      button.onclick = () => {
        view.dispatch({ effects: open.of(null) });
        findings.fix(finding, fix);
      };
      box.append(button);
    }
    // Spelling is no rule, and needs no reason.
    if (finding.rule === "spelling") continue;
    const reason = document.createElement("button");
    reason.type = "button";
    reason.className = "cm-why";
    reason.textContent = `Why? (${finding.rule})`;
    reason.onclick = () => {
      view.dispatch({ effects: open.of(null) });
      why(finding.rule);
    };
    box.append(reason);
  }
  box.onkeydown = (event) => {
    const buttons = [...box.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape" || event.key === "Tab") {
      view.dispatch({ effects: open.of(null) });
      view.focus();
    } else if (step !== 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  requestAnimationFrame(() => box.querySelector("button")?.focus());
  return box;
}

/** Closes what floats over the text, before another text takes its place. */
export function closeTips(view: EditorView): void {
  view.dispatch({ effects: [closeHoverTooltips, open.of(null)] });
}

/** Offers the fixes for the findings at the cursor, with the focus on the first. */
const offerFixes: Command = (view) => {
  const { from, to, head } = view.state.selection.main;
  const found = findingsAt(view.state, from, to);
  if (found.length === 0) view.dispatch({ effects: EditorView.announce.of("There is no problem here.") });
  else view.dispatch({ effects: [closeHoverTooltips, open.of({ at: head, found })] });
  return true;
};

/** Goes to the next problem, or the one before. */
export function goToProblem(view: EditorView, forward: boolean): void {
  go(forward ? nextDiagnostic : previousDiagnostic)(view);
}

/** Goes to a problem, where the library shows what it is, and reads it out. */
const go =
  (move: Command): Command =>
  (view) => {
    if (!move(view)) {
      view.dispatch({ effects: EditorView.announce.of("No problems found.") });
      return true;
    }
    const { from, to } = view.state.selection.main;
    const found = findingsAt(view.state, from, to).filter((finding) => finding.from === from && finding.to === to);
    const words = found.map(({ message, fixes }) => (fixes.length > 0 ? `${message} Alt+. offers a fix.` : message)).join(" ");
    view.dispatch({ effects: EditorView.announce.of(words) });
    return true;
  };

export function problemTip(findings: () => Findings, why: (rule: string) => void): Extension {
  const field = StateField.define<Tooltip | null>({
    create: () => null,
    update(tip, transaction) {
      let next = transaction.docChanged || transaction.selection ? null : tip;
      for (const effect of transaction.effects) {
        if (!effect.is(open)) continue;
        const { value } = effect;
        next = value && { pos: value.at, above: false, arrow: false, create: (view) => ({ dom: content(view, value, findings(), why) }) };
      }
      return next;
    },
    provide: (self) => showTooltip.from(self),
  });
  const close: Command = (view) => {
    if (!view.state.field(field)) return false;
    view.dispatch({ effects: open.of(null) });
    return true;
  };
  return [
    field,
    keymap.of([
      { key: "Alt-.", run: offerFixes },
      { key: "F8", run: go(nextDiagnostic), shift: go(previousDiagnostic) },
      { key: "Escape", run: close },
    ]),
  ];
}
