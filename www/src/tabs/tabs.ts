// Owns which of the tabs that have a post open may write it: one, by a lock; the others follow it, and can take over.

import { browserSurroundings, isMessage, nameOf, type Message, type Surroundings } from "./messages";
import { after, contains, firstOf, latest, type Held, type Version } from "./version";

export type { Held, Version } from "./version";

/** `waiting`: not known yet, or in the middle of a hand-over; the text cannot be changed then. */
export type Role = "waiting" | "writer" | "reader";

export interface TabsOptions<Extra> {
  /** The key of the post. */
  post: string;
  /** The version of the draft that this tab goes on with, if it has one. */
  version?: Version | null;
  /** The text here, and what goes along with it. */
  content(): { text: string; extra: Extra };
  /** Writes the draft journal now; false when that failed. */
  flush(): Promise<boolean>;
  /** The latest state of this post in the draft journal. */
  kept(): Promise<Held<Extra> | null>;
  /** Shows a state of another tab. */
  adopt(held: Held<Extra>): void;
  role(role: Role): void;
  /** Another tab wants to write; it is about to get the post. */
  asked(): void;
  /** Another tab has something that is missing here. It is to be merged into the text at once. */
  diverged(held: Held<Extra>): void;
}

export interface Tabs {
  role(): Role;
  /** The version of the present text, to be kept with the draft. */
  version(): Version;
  /** The writer changed the text. */
  changed(): void;
  /** Asks the writer for the post. False when it does not answer: then nothing has changed. */
  takeOver(): Promise<boolean>;
  /** Another post opens here; to be called while this one is still there. Resolves once others can have it. */
  close(): Promise<void>;
}

/** A new writer waits so long for what other tabs have (ms). */
const GATHER = 150;
/** A journal that has not answered by then is not waited for (ms). */
const PATIENCE = 1_500;
/** So long a hand-over waits for the other tab to have the text (ms). */
const RECEIPT = 2_000;
/** The ask is repeated so often, so far apart (ms). */
const [ASKS, ASK_GAP] = [10, 600];
/** The others line up again behind the one that is handed the post (ms). */
const LINE_UP = 300;
/** Texts are sent at least this far apart, long ones further (ms; code units per ms). */
const [SEND_GAP, SEND_RATE] = [100, 20_000];

export function createTabs<Extra>(options: TabsOptions<Extra>, surroundings: Surroundings | null = browserSurroundings()): Tabs {
  const me = crypto.randomUUID?.() ?? Math.random().toString(36).slice(2);
  let version = options.version ?? firstOf(me);
  if (surroundings) return connected(options, surroundings, me, version);
  // Without locks tabs cannot be kept apart; each is a writer, and saving still checks the file.
  queueMicrotask(() => options.role("writer"));
  return {
    role: () => "writer",
    version: () => version,
    changed: () => void (version = { ...version, count: version.count + 1 }),
    takeOver: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}

function connected<Extra>(options: TabsOptions<Extra>, { lock, wait, channel: join }: Surroundings, me: string, first: Version): Tabs {
  let role: Role = "waiting";
  let own = first;
  /** The state of a writer that is followed here; the text of the writer itself is with `options`. */
  let known: Held<Extra> | null = null;
  /** The state in which this tab left the post. */
  let last: Held<Extra> | null = null;
  let leaving: Promise<void> | null = null;
  let closed = false;
  /** Other tabs have been heard. */
  let others = false;
  let wants = false;
  /** Lets the lock go; null while it is not had. */
  let release: (() => void) | null = null;
  let queued: AbortController | null = null;
  let sending = false;
  let sendAgain = false;
  /** Ends the waiting for a hand-over to arrive. */
  let receipt: ((version: Version | null) => void) | null = null;
  /** What is heard before this tab begins writing. */
  let gathered: Held<Extra>[] | null = null;
  let waiting: ((had: boolean) => void)[] = [];

  const name = nameOf(options.post);
  const channel = join(name, (data) => {
    if (!closed && isMessage(data)) receive(data as Message<Extra>);
  });
  const say = (message: Message<Extra>): void => {
    try {
      channel.post(message);
    } catch {
      // What cannot be cloned, or a channel that is closed: the journal has the text too.
    }
  };
  const present = (): Held<Extra> => last ?? (role === "reader" && known ? known : { ...options.content(), version: own });

  function become(next: Role): void {
    if (role === next || closed) return;
    role = next;
    options.role(next);
    if (next === "writer") for (const resolve of waiting.splice(0)) resolve(true);
  }

  function follow(held: Held<Extra>): void {
    own = held.version;
    known = held;
    options.adopt(held);
  }

  function receive(message: Message<Extra>): void {
    others = true;
    switch (message.type) {
      case "hello":
        if (role === "writer") say({ type: "text", from: me, held: present() });
        return;
      case "text":
        return void hear(message.held, message.from);
      case "have":
        return void (message.to === me && hear(message.held, null));
      case "ask":
        return void (role === "writer" && !last && hand(message.from));
      case "handing":
        if (message.to !== me) return void (release === null && lineUp(LINE_UP));
        if (wants && hear(message.held, message.from)) say({ type: "received", from: me, to: message.from, version: message.held.version });
        return;
      case "received":
        return void (message.to === me && receipt?.(message.version));
      case "query":
        if (known || role === "writer") say({ type: "have", from: me, to: message.from, held: present() });
    }
  }

  /** Another tab's state. False when it lacks something that is here, of which its `writer` is told. */
  function hear(held: Held<Extra>, writer: string | null): boolean {
    if (gathered) return gathered.push(held) > 0;
    if (contains(own, held.version)) return own.epoch === held.version.epoch && own.by === held.version.by;
    if (release !== null) {
      if (!last) include(held);
      return false;
    }
    const whole = contains(held.version, own);
    if (whole) follow(held);
    else if (writer !== null && known) say({ type: "have", from: me, to: writer, held: known });
    return whole;
  }

  /** Takes what another tab has into the text that is written here. */
  function include(held: Held<Extra>): void {
    // A hand-over under way would go without it.
    receipt?.(null);
    const untouched = own.count === 0 && own.seen.every((stamp) => contains(held.version, stamp));
    own = after(me, [own, held.version], untouched ? 0 : 1);
    if (untouched) options.adopt({ ...held, version: own });
    else options.diverged(held);
    tell();
  }

  /** Waits in line for the lock; whoever has it becomes the writer, whether it asked or the one before went away. */
  async function lineUp(delay: number): Promise<void> {
    queued?.abort();
    const mine = (queued = new AbortController());
    if (delay > 0) await wait(delay);
    if (closed || mine.signal.aborted) return;
    // A rejection is the end of the waiting.
    await lock(name, { signal: mine.signal }, () => hold(true)).catch(() => undefined);
  }

  /** The lock is had: from here until `release`, no other tab writes. */
  function hold(late: boolean): Promise<void> {
    if (closed) return Promise.resolve();
    queued = null;
    const held = new Promise<void>((resolve) => {
      release = () => {
        release = null;
        resolve();
      };
    });
    void begin(late);
    return held;
  }

  /** Begins writing with what everyone has: this tab, the others, the journal. */
  async function begin(late: boolean): Promise<void> {
    let missing: Held<Extra>[] = [];
    if (late) {
      become("waiting");
      gathered = [];
      say({ type: "query", from: me });
      const [kept] = await Promise.all([Promise.race([options.kept().catch(() => null), wait(PATIENCE).then(() => null)]), wait(GATHER)]);
      const here: Held<Extra> = known ?? { ...options.content(), version: own };
      const all = kept ? [here, ...gathered, kept] : [here, ...gathered];
      gathered = null;
      if (closed) return release?.();
      const best = latest(all) ?? here;
      missing = all.filter(({ version }) => !contains(best.version, version));
      if (best !== here) follow(best);
    }
    own = after(me, [own]);
    wants = false;
    become("writer");
    for (const held of missing) if (!contains(own, held.version)) include(held);
    tell();
  }

  /** Hands the post to a reader: kept, sent, confirmed, and only then let go. */
  async function hand(to: string): Promise<void> {
    options.asked();
    become("waiting");
    await Promise.race([options.flush().catch(() => false), wait(PATIENCE)]);
    if (closed) return;
    const held = present();
    const arrived = new Promise<boolean>((resolve) => {
      receipt = (version) => resolve(version !== null && contains(version, held.version));
    });
    say({ type: "handing", from: me, to, held });
    const done = await Promise.race([arrived, wait(RECEIPT).then(() => false)]);
    receipt = null;
    if (closed) return;
    if (!done || last || own !== held.version) {
      become("writer");
      // Whoever came meanwhile has heard nothing.
      return tell();
    }
    known = held;
    become("reader");
    release?.();
    void lineUp(0);
  }

  /** Tells the readers the present text, not too often. */
  function tell(): void {
    if (!others || role !== "writer" || last) return;
    if (sending) sendAgain = true;
    else void send();
  }

  async function send(): Promise<void> {
    sending = true;
    const held = present();
    say({ type: "text", from: me, held });
    await wait(SEND_GAP + held.text.length / SEND_RATE);
    sending = false;
    if (sendAgain) {
      sendAgain = false;
      tell();
    }
  }

  void lock(name, { ifAvailable: true }, (had) => {
    if (had) return hold(false);
    become("reader");
    say({ type: "hello", from: me });
    void lineUp(0);
    return Promise.resolve();
  }).catch(() => become("writer"));

  async function leave(): Promise<void> {
    last = present();
    if (role === "writer") {
      say({ type: "text", from: me, held: last });
      await Promise.race([options.flush().catch(() => false), wait(PATIENCE)]);
    }
    closed = true;
    queued?.abort();
    channel.close();
    release?.();
    for (const resolve of waiting.splice(0)) resolve(false);
  }

  return {
    role: () => role,
    version: () => own,
    changed() {
      own = { ...own, count: own.count + 1 };
      tell();
    },
    async takeOver() {
      if (role === "writer") return true;
      wants = true;
      const had = new Promise<boolean>((resolve) => waiting.push(resolve));
      const asking = async (): Promise<boolean> => {
        for (let left = ASKS; left > 0 && wants && !closed; left--) {
          if (role === "reader") say({ type: "ask", from: me });
          await wait(ASK_GAP);
        }
        return role === "writer";
      };
      const done = await Promise.race([had, asking()]);
      wants = false;
      return done;
    },
    close: () => (leaving ??= leave()),
  };
}
