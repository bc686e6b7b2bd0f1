// Owns noticing that the app's module does not come: it cannot be had, is broken, or nothing is heard of it for long.

/** From here on somebody may wonder where the controls are (ms). */
const LONG = 15_000;

/** Tells once, in words for the writer, when the app is missing. It may still come. */
export function watchForApp(missing: (message: string) => void): void {
  let told = false;
  const tell = (message: string): void => {
    if (told || document.documentElement.dataset["app"] !== undefined) return;
    told = true;
    missing(message);
  };
  const lost = (): void => tell("The controls of this page could not be loaded. You can write, open and download posts without them; your text is kept. Reload the page to try again.");
  const heard = (reason: unknown): void => {
    if (isAboutApp(reason)) lost();
  };
  addEventListener(
    "error",
    (event) => {
      // A script element whose file, or whose imports, could not be had says so itself.
      if (event.target instanceof HTMLScriptElement) lost();
      else heard(event.error);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => heard(reason));
  setTimeout(() => tell("The controls of this page have not come yet. You can write, open and download posts meanwhile; your text is kept."), LONG);
}

/** Errors of starting a module; what the page itself may throw names neither. */
function isAboutApp(reason: unknown): boolean {
  const { CompileError, LinkError, RuntimeError } = WebAssembly;
  if ([CompileError, LinkError, RuntimeError].some((kind) => reason instanceof kind)) return true;
  return reason instanceof Error && /WebAssembly|foreword-app/.test(`${reason.message}\n${reason.stack ?? ""}`);
}
