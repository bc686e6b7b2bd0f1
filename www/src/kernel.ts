// Owns the page: creates its parts, wires them together, and runs commands. Works with the app and the engine dead.

import { acceptDrops } from "./documents/drop";
import { createDesk } from "./documents/desk";
import { createEngineClient } from "./engine/client";
import { createSpawn } from "./engine/load";
import { createBridge } from "./kernel/bridge";
import { createChanges } from "./kernel/changes";
import { copyHtml } from "./kernel/copy";
import { createFolderImages } from "./kernel/folder-images";
import { createFolders } from "./kernel/folders";
import { createFormChanges } from "./kernel/form-changes";
import { createImages } from "./kernel/images";
import { createLint } from "./kernel/lint";
import { createNotices } from "./kernel/notices";
import { createPane } from "./kernel/pane";
import { createPostFiles } from "./kernel/post-files";
import { createPostLife } from "./kernel/post-life";
import { preparePrinting } from "./kernel/print";
import { createRemote } from "./kernel/remote";
import { createRendering } from "./kernel/rendering";
import { createSettings } from "./kernel/settings";
import { watchShortcuts } from "./kernel/shortcuts";
import { createSpelling } from "./kernel/spelling";
import { createViews } from "./kernel/views";
import { saveWords } from "./kernel/words";
import { createArrivals } from "./offline/arrival";
import { createOffline } from "./offline/offline";
import { watchForApp } from "./page/absence";
import { createPage } from "./page/page";
import { slot } from "./page/slot";
import { serviceWorkerUrl, spellingUrl, workerUrl } from "./preview/policy";
import { createSurface } from "./surface/surface";
import type { Analysed, Command, Diagnostic, EngineState } from "./wire";

const settings = createSettings();
let latest: Analysed | null = null;
let moving = 0;

const bridge = createBridge({
  run,
  attached: () => page.attached(),
  died() {
    page.detached("The controls of this page stopped working. Your text is not affected: go on writing, and reload the page when you like.");
  },
});

function toast(message: string): void {
  page.toast(message);
  bridge.send({ type: "toast", message });
}

const notices = createNotices((list) => {
  bridge.send({ type: "notices", notices: list });
  page.fallbackNotices(list);
});

/** The ways to tell a person something. */
const said = { tell: bridge.send, notice: notices.show, resolved: notices.remove, toast };

const surface = createSurface(slot("editor"), {
  changed() {
    desk.changed();
    life.changed();
    engine.changed();
  },
  moved() {
    moving ||= requestAnimationFrame(() => {
      moving = 0;
      const cursor = surface.cursor();
      bridge.send({ type: "cursor", ...cursor });
      pane.markCursor(cursor.offset);
      if (latest && latest.rev === surface.revision() && lint.left(cursor.offset)) showFindings(latest.rev, latest.diagnostics);
    });
  },
  scrolled: () => pane.surfaceScrolled(),
  save: () => void desk.save(),
  historyChanged: (undo, redo) => bridge.send({ type: "history", undo, redo }),
  why: (rule) => lint.ask({ ask: "why", rule }),
  addWord: (word) => spelling.ask({ ask: "add", word }),
});

const pane = createPane(slot("preview"), surface, {
  ready: () => engine.reset(),
  failed: () => notices.show({ id: "preview", kind: "error", message: "The preview could not be shown. Your text is not affected; reload the page to try again.", actions: [] }),
  remote: (blocked, hosts) => remote.waits(blocked, hosts),
  openLink: (url) => toast(`${url} is another page of your site, which is not open here.`),
});

const page = createPage({ run, darkChanged: setDark, layout: () => pane.layoutChanged(), dividerMoved: (divider) => settings.set({ divider }) }, settings.get());

const views = createViews(settings, (view) => {
  page.setView(view);
  tellSettings();
  pane.layoutChanged();
});

const life = createPostLife({
  desk: () => desk,
  revision: surface.revision,
  inFolder: () => folders.place(),
  ...said,
});

const pictures = createImages({
  surface,
  desk: () => desk,
  folders: () => folders,
  folder: () => images,
  writes: life.writes,
  title: () => latest?.title ?? null,
  slug: () => slug,
  generator: () => latest?.generator.id ?? "",
  change: (change) => formChanges.ask(change, false),
  ...said,
});

const desk = createDesk(surface, {
  ...life.events,
  ...pictures.events,
  opened() {
    latest = null;
    remote.opened();
    pane.clear();
    engine.reset();
    formChanges.opened();
    folders.left();
    life.opened();
    images.refresh();
    pictures.opened();
    changes.changed();
  },
  document(document) {
    bridge.send({ type: "document", document });
    entitle();
  },
  saved(save) {
    bridge.send({ type: "saved", save });
    page.fallbackStatus(saveWords(save));
    if (save.state === "onDisk") folders.saved();
    pictures.review();
    changes.changed();
  },
  toast,
  notice: notices.show,
  resolved: notices.remove,
  title: () => latest?.title ?? null,
});

const images = createFolderImages({
  desk,
  pane,
  loose: pictures.loose,
  notice: notices.show,
  choose: () => folders.ask({ ask: "pick" }),
  changed() {
    files.moved();
    pictures.review();
  },
});
const files = createPostFiles({ folder: images, remote: () => remote.allowed(), tell: bridge.send });
const changes = createChanges({ base: desk.base, text: surface.text, tell: bridge.send });

const spawn = createSpawn(new URL(ENGINE_WASM, document.baseURI), ENGINE_INTEGRITY, workerUrl);

const engine = createEngineClient(
  spawn,
  {
    job: () => {
      const { name } = desk.document();
      return {
        rev: surface.revision(),
        text: surface.text(),
        fileName: folders.path() ?? name,
        ...rendering.chosen(),
        rules: lint.levels(),
        words: spelling.wants(surface.text().length),
        now: Math.floor(Date.now() / 1_000),
        zone: -new Date().getTimezoneOffset(),
      };
    },
    analysed(result, text) {
      latest = result;
      const { rev, blocks, lang, form, settings: inForce } = result;
      if (form) {
        const value = form.fields.present.find(({ info }) => info.key === "slug")?.content;
        slug = value?.type === "text" ? value.value : value ? "" : null;
        bridge.send({ type: "form", form });
      }
      pane.patch(blocks);
      pane.setLanguage(lang);
      surface.setLanguage(lang);
      rendering.analysed(rev, inForce);
      showFindings(rev, spelling.analysed(result, text));
      changes.changed();
      entitle();
    },
    state(state, { dialects, generators, rules }) {
      bridge.send({ type: "engine", engine: state, dialects, generators, rules });
      tellEngine(state);
    },
    learned: (problems) => lint.problems(problems),
  },
);

const formChanges = createFormChanges(surface, {
  change: (change) => engine.change(change),
  refused: (refusal) => bridge.send({ type: "refusal", refusal }),
});

/** The slug that the post itself gives; null where it gives none. */
let slug: string | null = null;

const rendering = createRendering({ desk, settings, engine, dark: page.dark, remote: () => remote.allowed(), tell: bridge.send, reveal: (range) => run({ type: "reveal", range }) });

const lint = createLint({ settings, pages: RULE_PAGES, changed: engine.changed, change: (change) => run({ type: "change", change, typing: false }), go: (forward) => surface.goToProblem(forward), showText: views.showText, ...said });
const spelling = createSpelling({ settings, show: showFindings, analyse: () => engine.changed(), cursor: () => surface.cursor().offset, languages: navigator.languages, browser: surface.setBrowserSpelling, workerUrl: spellingUrl, ...said });

/** Shows what was found in the analysed revision, unless that is another one by now. */
function showFindings(rev: number, found: Diagnostic[]): void {
  if (latest?.rev !== rev) return;
  latest.diagnostics = found;
  const diagnostics = lint.whole(found, surface.cursor().offset, rev !== surface.revision());
  surface.setDiagnostics(diagnostics, rev);
  const { blocks: _blocks, lang: _lang, form: _form, settings: _settings, words: _words, ...rest } = latest;
  bridge.send({ type: "analysed", ...rest, diagnostics });
}

const folders = createFolders({
  desk,
  spawn,
  ...said,
  images: images.use,
  change: (change) => formChanges.ask(change, false),
  revision: surface.revision,
  generator: () => latest?.generator.id ?? "",
  changeOf: async (text, path, change) => (await engine.change(change, { text, fileName: path }))?.edits ?? null,
  hasSlug: () => slug !== null,
  moved: life.moved,
  learn: engine.learn,
});

/** What the verdict says depends on the hour (ms). */
const MINUTE = 60_000;
setInterval(() => document.hidden || engine.changed(), MINUTE);

function tellEngine(state: EngineState): void {
  if (state.state === "ready") notices.remove("engine");
  if (state.state === "failed") notices.show({ id: "engine", kind: "warning", message: state.why, actions: [{ label: "Try again", command: { type: "restartEngine" } }] });
}

const remote = createRemote({ settings, apply: setRemote, tell: bridge.send, changed: tellSettings });

function setRemote(allowed: boolean): void {
  pane.setRemote(allowed);
  files.remoteChanged();
}

function setDark(dark: boolean): void {
  surface.setDark(dark);
  pane.setDark(dark);
}

function entitle(): void {
  const name = latest?.title ?? desk.document().name;
  document.title = name ? `${name} – Foreword` : "Foreword";
}

function tellSettings(): void {
  const { view, theme, remoteAlways } = settings.get();
  bridge.send({ type: "settings", view, theme, remoteAlways });
}

function run(command: Command): void {
  switch (command.type) {
    case "new":
      return desk.begin();
    case "open":
      return void desk.open();
    case "openFolder":
      return void images.open();
    case "folder":
      return void folders.ask(command.ask);
    case "image":
      return pictures.ask(command.ask);
    case "history":
      return void life.history.ask(command.ask);
    case "reloadFile":
      return void life.reload();
    case "settle":
      return void life.settle(command.choices);
    case "takeOver":
      return void life.takeOver();
    case "openDraft":
      return void desk.openDraft(command.id);
    case "save":
      return void desk.save();
    case "saveAs":
      return void desk.saveAs();
    case "download":
      return desk.download();
    case "setView":
      return views.set(command.view);
    case "setTheme":
      settings.set({ theme: command.theme });
      page.setTheme(command.theme);
      return tellSettings();
    case "setDialect":
      return rendering.choose({ dialect: command.id });
    case "setGenerator":
      return rendering.choose({ generator: command.id });
    case "rendering":
      return rendering.ask(command.ask);
    case "lint":
      return lint.ask(command.ask);
    case "spelling":
      return spelling.ask(command.ask);
    case "change":
      if (desk.document().readOnly) return toast("This file is read-only until it is converted.");
      if (!life.writes()) return toast("This post is being written in another tab.");
      return formChanges.ask(command.change, command.typing);
    case "forgetRefusal":
      return formChanges.forgetRefusal();
    case "watchChanges":
      return changes.watch(command.on);
    case "lookUpImages":
      return files.lookUp(command.paths);
    case "listFiles":
      return void files.listFiles(command.images);
    case "reveal":
      views.showText();
      return surface.reveal(command.range);
    case "applyEdits":
      if (command.rev !== surface.revision()) return toast("The text has changed since. Please try once more.");
      surface.apply(command.edits);
      // The button goes with its problem, and Undo is where the text is; on a phone the keyboard would come up.
      if (matchMedia("(pointer: fine)").matches) surface.focus();
      return;
    case "format":
      return surface.format(command.format);
    case "undo":
      return surface.undo();
    case "redo":
      return surface.redo();
    case "find":
      views.showText();
      return surface.find();
    case "toggleFrontMatterFold":
      return surface.toggleFrontMatterFold();
    case "convert":
      return desk.convert(command.encoding);
    case "allowRemote":
    case "forbidRemote":
      return remote.run(command);
    case "restartEngine":
      return engine.restart();
    case "reload":
      return void offline.reload();
    case "dismissNotice":
      return notices.remove(command.id);
    case "copyHtml":
      return void copyHtml(pane.html(), toast);
    case "focusText":
      views.showText();
      return surface.focus();
  }
}

const offline = createOffline(serviceWorkerUrl, {
  updateReady: () => notices.show({ id: "update", kind: "info", message: "A new version of Foreword is ready. It starts with the next reload; your text is kept.", actions: [{ label: "Reload now", command: { type: "reload" } }] }),
  keep: () => desk.flush(),
  toast,
});

const arrivals = createArrivals({
  openFile: (file) => desk.take(file),
  openText(text) {
    desk.begin();
    surface.apply([{ range: { from: 0, to: 0 }, text }]);
  },
  keep: () => desk.flush(),
  toast,
});

setDark(page.dark());
pane.setRemote(remote.allowed());
tellSettings();
bridge.send({ type: "history", undo: false, redo: false });
acceptDrops({
  file: (file) => void desk.take(file),
  folder: (folder) => void folders.take(folder),
  zip: (file) => void folders.takeZip(file),
  images: pictures.drop,
  imagesOver: pictures.over,
});
watchShortcuts({ save: () => run({ type: "save" }), open: () => run({ type: "open" }), nextView: views.next });
preparePrinting(slot("preview"));
folders.start();
watchForApp(page.detached);
void desk.start(arrivals.address).then(() => arrivals.receive());
