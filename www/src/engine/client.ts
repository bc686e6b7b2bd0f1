// Owns the supervision of the engine: handshake, latest text wins, time and memory limits, restarts.
//
// Whatever the engine does, the text is never waited for: this module only ever sends copies of it.

import type { Analysed, Change, Comparison, DialectInfo, EngineState, GeneratorInfo, PostFile, Response, RuleInfo, RuleLevel, SetByHand } from "../wire";
import { PROTOCOL } from "../wire";
import type { FromWorker } from "./worker";
import { LoadProblem, type Engine, type Spawn } from "./load";

/** What is to be analysed now, to be changed, or to be compared. */
export interface Job {
  rev: number;
  text: string;
  fileName: string | null;
  dialect: string | null;
  /** Settings of the rendering set by hand. */
  settings: SetByHand[];
  generator: string | null;
  /** What a person chose about the linter's rules. */
  rules: RuleLevel[];
  /** The words that spell checking is for are wanted too. */
  words: boolean;
  /** Unix seconds. */
  now: number;
  /** Minutes east of UTC. */
  zone: number;
}

/** A text that is not the one to be analysed. */
export type OtherText = Pick<Job, "text" | "fileName">;

/** The engine's answer to a change; null when it could not give one. */
export type Answer = Extract<Response, { type: "changed" }> | null;

/** What is asked beside analyses. */
type Question = { type: "change"; change: Change } | { type: "compare"; a: string | null; b: string | null };
type Reply = Extract<Response, { type: "changed" | "compared" }> | null;

/** What an engine says of itself when it starts; empty before. */
export interface Known {
  dialects: DialectInfo[];
  generators: GeneratorInfo[];
  rules: RuleInfo[];
}

export interface EngineEvents {
  /** The latest job; asked for only when the engine is free to take it. */
  job(): Job;
  analysed(result: Analysed, text: string): void;
  state(state: EngineState, known: Known): void;
  /** What is wrong with the configuration among the files of the site that it was told of. */
  learned(problems: string[]): void;
}

export interface EngineClient {
  /** There is something new to analyse. */
  changed(): void;
  /** Like `changed`, and all blocks are wanted, not the difference. */
  reset(): void;
  /** Asks for the edits that change the header of the present text, or of another one. Goes before any analysis that waits. */
  change(change: Change, of?: OtherText): Promise<Answer>;
  /** Asks what comes out differently of the present text under two dialects; null for the rules in force. */
  compare(a: string | null, b: string | null): Promise<Comparison | null>;
  /** Tells the engine of files of the post's site, when it has nothing else to do. `reset`: it is another site. `paths`: of all its files. */
  learn(files: PostFile[], reset: boolean, paths?: string[]): void;
  /** Starts again, also after it was given up. */
  restart(): void;
}

/** Without an answer for this long, the preview is called late (ms). */
const SOFT = 250;
/** Without an answer for this long, the worker is ended (ms); a megabyte of text gets another second. */
const HARD = 600;
/** An answer may take so many times as long as the slowest before it: the device may be slow. */
const SLOWER = 4;
/** A comparison renders the text twice, and looks at both. */
const SIDES = 4;
/** A text that ended a worker by its time gets so many times as long from the next. */
const SECOND_TRY = 5;
/** Without an answer to files of the site for this long, the worker is ended (ms). */
const TEACHING = 2_000;
/** A worker that has not reported within this time never will (ms). */
const START = 15_000;
/** Waiting times before a new start after the first, second, … failure in a row (ms). */
const BACKOFF = [0, 200, 1_000, 5_000, 15_000];
/** From here on a failing engine is called failed; before, it is only starting again. */
const PATIENCE = 3;
/** A worker that holds more memory is replaced in a quiet moment (bytes). */
const MEMORY = 64 << 20;
/** No change for this long is a quiet moment (ms). */
const QUIET = 4_000;

type Phase = "resting" | "starting" | "idle" | "busy" | "stopped";

/** Starts the engine and keeps it going. */
export function createEngineClient(spawn: Spawn, on: EngineEvents): EngineClient {
  let phase: Phase = "resting";
  let engine: Engine | null = null;
  let known: Known = { dialects: [], generators: [], rules: [] };
  /** Questions that wait, and the one under way. */
  let questions: { question: Question; of: OtherText | undefined; answer: (reply: Reply) => void }[] = [];
  let asking: ((reply: Reply) => void) | null = null;
  /** What there is to know of the site, and how much of it this engine was told. */
  let site: { files: PostFile[]; paths: string[] | null }[] = [];
  let taught = 0;
  /** Counts workers, so that a message of an ended one is not taken for one of its successor. */
  let generation = 0;
  let waiting = false;
  let wantsAll = true;
  let failures = 0;
  let job: Job | null = null;
  /** A text that ended a worker; a second time, and it is left alone. */
  let suspect: string | null = null;
  let refused: string | null = null;
  /** The longest that an answer has taken, and when the present job went out (ms). */
  let slowest = 0;
  let sent = 0;
  let memoryLimit = MEMORY;
  let recycled = false;
  let soft: ReturnType<typeof setTimeout> | undefined;
  let hard: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let shown = "";

  const tell = (state: EngineState): void => {
    const key = JSON.stringify(state);
    if (key === shown) return;
    shown = key;
    on.state(state, known);
  };

  /** Whoever waits for an answer is told that there will be none. */
  const giveUpQuestions = (): void => {
    const waiters = [asking, ...questions.map(({ answer }) => answer)];
    asking = null;
    questions = [];
    for (const answer of waiters) answer?.(null);
  };

  const end = (): void => {
    generation += 1;
    clearTimeout(soft);
    clearTimeout(hard);
    clearTimeout(quiet);
    engine?.end();
    engine = null;
    wantsAll = true;
    taught = 0;
  };

  const start = (silently = false): void => {
    clearTimeout(pause);
    end();
    phase = "starting";
    if (!silently) tell({ state: "starting" });
    const mine = generation;
    hard = setTimeout(() => {
      // So long a wait has been noticed: it is said at once, not after two more.
      failures = Math.max(failures, PATIENCE - 1);
      if (engine) failed("It did not start.");
      else failed("The preview's engine has not come yet. Check the connection.", true);
    }, START);
    spawn(
      (message) => mine === generation && heard(message),
      (why) => mine === generation && failed(why),
    ).then(
      (spawned) => {
        if (mine === generation) engine = spawned;
        else spawned.end();
      },
      (problem: unknown) => {
        if (mine === generation) failed(problem instanceof Error ? problem.message : String(problem), problem instanceof LoadProblem);
      },
    );
  };

  const stop = (why: string): void => {
    end();
    clearTimeout(pause);
    phase = "stopped";
    giveUpQuestions();
    tell({ state: "failed", why });
  };

  const failed = (why: string, loading = false): void => {
    const culprit = phase === "busy" && !asking ? job : null;
    end();
    giveUpQuestions();
    failures += 1;
    if (culprit) {
      waiting = true;
      if (suspect === culprit.text) {
        refused = culprit.text;
        phase = "stopped";
        tell({ state: "failed", why: "This text stopped the preview twice. The last good preview stays; it is tried again when the text changes." });
        return;
      }
      suspect = culprit.text;
    }
    phase = "resting";
    if (failures >= PATIENCE) tell({ state: "failed", why: loading ? why : `The preview's engine does not start. ${why}` });
    else tell({ state: "starting" });
    clearTimeout(pause);
    pause = setTimeout(() => start(failures >= PATIENCE), BACKOFF[Math.min(failures - 1, BACKOFF.length - 1)]);
  };

  const heard = (message: FromWorker): void => {
    if ("trap" in message) return failed(message.trap);
    if ("started" in message) return engine?.post({ type: "hello", protocol: PROTOCOL });
    const { response, memory } = message;
    clearTimeout(soft);
    clearTimeout(hard);
    if (response.type === "ready") {
      if (response.protocol !== PROTOCOL) return stop("The page and its engine are of different versions. Reload the page.");
      known = response;
      // The list of dialects goes out with the next state, also when its words are the same.
      shown = "";
      phase = "idle";
      if (!waiting) tell({ state: "ready" });
      return next();
    }
    phase = "idle";
    failures = 0;
    tell({ state: "ready" });
    if (response.type === "learned") {
      on.learned(response.problems);
      // Only the form may differ, and only when all is known.
      if (taught === site.length) waiting = true;
      return next();
    }
    if (response.type === "changed" || response.type === "compared") {
      const answer = asking;
      asking = null;
      answer?.(response);
      return next();
    }
    suspect = null;
    slowest = Math.max(slowest, performance.now() - sent);
    if (response.type === "analysed") on.analysed(response.result, job?.text ?? "");
    if (recycled) {
      // A post that needs this much by itself would have its worker replaced again and again.
      memoryLimit = Math.max(MEMORY, memory * 2);
      recycled = false;
    }
    clearTimeout(quiet);
    if (memory > memoryLimit) {
      quiet = setTimeout(() => {
        recycled = true;
        start(true);
      }, QUIET);
    }
    next();
  };

  const timeFor = (text: string): number => Math.max(HARD + text.length / 1_000, slowest * SLOWER) * (text === suspect ? SECOND_TRY : 1);

  const next = (): void => {
    if (phase !== "idle" || !engine) return;
    const first = questions.shift();
    if (!first && !waiting) return teach();
    job = on.job();
    if (first?.of) job = { ...job, ...first.of, dialect: null, generator: null };
    phase = "busy";
    clearTimeout(quiet);
    soft = setTimeout(() => tell({ state: "slow" }), SOFT);
    sent = performance.now();
    hard = setTimeout(() => failed("It did not answer."), timeFor(job.text) * (first?.question.type === "compare" ? SIDES : 1));
    if (first) {
      asking = first.answer;
      engine.post({ ...job, ...first.question });
      return;
    }
    waiting = false;
    engine.post({ type: "analyse", ...job, reset: wantsAll });
    wantsAll = false;
  };

  const teach = (): void => {
    const lesson = site[taught];
    if (!lesson || !engine) return;
    phase = "busy";
    job = null;
    engine.post({ type: "learnSite", ...lesson, reset: taught === 0 });
    taught += 1;
    hard = setTimeout(() => {
      // Files that stop the engine are not worth it.
      site = [];
      failed("It did not answer.");
    }, TEACHING + lesson.files.length * 20);
  };

  const changed = (): void => {
    waiting = true;
    if (phase === "stopped" && refused !== null && on.job().text !== refused) {
      refused = null;
      start();
    }
    next();
  };

  const ask = (question: Question, of?: OtherText): Promise<Reply> =>
    new Promise((answer) => {
      if (phase === "stopped") return answer(null);
      questions.push({ question, of, answer });
      next();
    });

  start();
  return {
    changed,
    reset() {
      wantsAll = true;
      changed();
    },
    async change(change, of) {
      const reply = await ask({ type: "change", change }, of);
      return reply?.type === "changed" ? reply : null;
    },
    async compare(a, b) {
      const reply = await ask({ type: "compare", a, b });
      return reply?.type === "compared" ? reply.comparison : null;
    },
    learn(files, reset, paths) {
      if (reset) {
        site = [];
        taught = 0;
      }
      site.push({ files, paths: paths ?? null });
      next();
    },
    restart() {
      failures = 0;
      suspect = refused = null;
      waiting = true;
      start();
    },
  };
}
