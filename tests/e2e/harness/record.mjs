// Owns the record of what a test's pages did that nobody sees: console errors, uncaught errors, requests, refusals of the
// security policy. Whatever a test did not expect fails it.

/** Starts recording every page of `context`. `expected`: patterns of console messages and of addresses that are no fault. */
export function startRecord(context, origin, expected) {
  const faults = [];
  const requests = [];
  const consoleExpected = [...(expected.console ?? [])];
  const requestsExpected = [...(expected.requests ?? [])];
  const listed = (patterns, text) => patterns.some((pattern) => pattern.test(text));

  const fault = (text) => {
    if (!listed(consoleExpected, text)) faults.push(text);
  };
  context.on("console", (message) => {
    if (message.type() === "error") fault(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (event) => {
    const error = event.error();
    fault(`uncaught error: ${error?.stack || error?.message || String(error)}`);
  });
  context.on("request", (request) => {
    const url = request.url();
    requests.push({ url, referer: request.headers().referer ?? null });
    if (/^(?:https?|wss?):/.test(url) && new URL(url).origin !== origin && !listed(requestsExpected, url)) {
      faults.push(`request to another origin: ${url}`);
    }
  });

  return {
    requests,
    /** Requests whose address contains a text. */
    to: (text) => requests.filter(({ url }) => url.includes(text)),
    /** From now on these console messages are expected. */
    expectConsole: (...patterns) => consoleExpected.push(...patterns),
    expectRequests: (...patterns) => requestsExpected.push(...patterns),
    problems: () => faults,
    check() {
      if (faults.length > 0) throw new Error(`The page was not quiet:\n  ${faults.join("\n  ")}`);
    },
  };
}
