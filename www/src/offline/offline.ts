// Owns the page's side of working offline: registers the service worker, tells when a new version is ready, and reloads
// when the writer says so and never before what they wrote is kept. Does nothing where there are no service workers.

import { lockName, type Greeting, type Hello } from "./release";

export interface OfflineEvents {
  /** A reload would bring another version. Told once for each. */
  updateReady(): void;
  /** Keeps what is not kept yet; false when that does not work. */
  keep(): Promise<boolean>;
  toast(message: string): void;
}

export interface Offline {
  /** Reloads the page, unless something would be lost by it. */
  reload(): Promise<void>;
}

/** A page that stays open asks for a new version this often, at most (ms). */
const HOUR = 3_600_000;
/** Time for the page's own files to come first (ms). */
const QUIET = 1_000;
/** What is not kept after this time counts as not kept (ms). */
const PATIENCE = 3_000;

/** `scriptUrl` is what the page's Trusted Types policy made of the worker's address. */
export function createOffline(scriptUrl: () => string, on: OfflineEvents): Offline {
  const version = document.querySelector<HTMLMetaElement>('meta[name="foreword-version"]')?.content ?? "";
  const container = version === "" ? null : workers();
  if (container) start(container, version, scriptUrl, on.updateReady);
  return {
    async reload() {
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false));
      if (await Promise.race([on.keep().catch(() => false), late])) location.reload();
      else on.toast("Your latest changes are kept nowhere yet. Save or download the post, then reload.");
    },
  };
}

/** Where service workers can be registered; null in private windows, sandboxed frames, insecure pages, and from a file. */
function workers(): ServiceWorkerContainer | null {
  try {
    return isSecureContext && /^https?:$/.test(location.protocol) ? (navigator.serviceWorker ?? null) : null;
  } catch {
    return null;
  }
}

function start(container: ServiceWorkerContainer, version: string, scriptUrl: () => string, updateReady: () => void): void {
  const told = new Set([version]);
  // Tells the worker which releases are in use; it is held until the page goes.
  void navigator.locks?.request(lockName(new URL("./", document.baseURI).href, version), { mode: "shared" }, () => new Promise(() => undefined)).catch(() => undefined);

  /** Whoever answers requests from now on may be of another version than this page. */
  const greet = (): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Greeting>) => {
      port1.close();
      if (!data.ready || told.has(data.version)) return;
      told.add(data.version);
      updateReady();
    };
    container.controller?.postMessage({ type: "hello" } satisfies Hello, [port2]);
  };
  container.addEventListener("controllerchange", greet);
  if (container.controller) greet();

  const register = async (): Promise<void> => {
    // Undefined where an extension or a test forbids it.
    const registration: ServiceWorkerRegistration | undefined = await container.register(scriptUrl(), { updateViaCache: "none" });
    if (registration) watch(registration);
  };
  const soon = (): void => void setTimeout(() => void register().catch(() => undefined), QUIET);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}

/** Looks for a new version now and then: browsers do so only when a page is opened. */
function watch(registration: ServiceWorkerRegistration): void {
  let last = Date.now();
  const look = (): void => {
    if (document.hidden || Math.abs(Date.now() - last) < HOUR) return;
    last = Date.now();
    void registration.update().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", look);
  setInterval(look, HOUR / 4);
}
