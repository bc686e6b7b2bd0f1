// Owns counting what a post holds, straight from its source by regular expressions and so by other means than the
// engine's, and the same counts from what the preview shows.

const ENTITY = { quot: '"', amp: "&", lt: "<", gt: ">" };

const plain = (text) =>
  text
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/<[^>]+>/g, "")
    .replace(/[*`]+|~~/g, "")
    .replace(/(^|\s)_([^_]+)_/g, "$1$2");

/** Quotation marks and dashes as a typographer sets them, back to how they are typed; space as one space. */
export const unset = (text) =>
  text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/—/g, "---").replace(/–/g, "--").replace(/…/g, "...").replace(/\s+/g, " ").trim();

const address = (href) => {
  const decoded = href.replace(/&(quot|amp|lt|gt);/g, (_, name) => ENTITY[name]);
  try {
    return decodeURI(decoded);
  } catch {
    return decoded;
  }
};

/** The body of a post: no header, no comments, line ends as \n. */
export function bodyOf(source) {
  const text = source.replace(/\r\n?/g, "\n");
  const header = /^(---|\+\+\+)\n[\s\S]*?\n\1[ \t]*(?:\n|$)/.exec(text)?.[0] ?? "";
  return text.slice(header.length).replace(/<!--[\s\S]*?-->/g, "");
}

function linksOf(body) {
  const definitions = new Map();
  let rest = body.replace(/^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*(\S+).*$/gm, (_, label, target) => {
    definitions.set(label.toLowerCase(), target);
    return "";
  });
  const links = [];
  rest = rest.replace(/!\[[^\]]*\]\([^)]*\)/g, "");
  rest = rest.replace(/\[(?:[^[\]]|\[[^\]]*\])*\]\(<?([^)\s>]+)>?[^)]*\)/g, (_, target) => {
    links.push(target);
    return " ";
  });
  rest = rest.replace(/\[([^\]^]+)\]\[([^\]]*)\]/g, (all, text, label) => {
    const target = definitions.get((label || text).toLowerCase());
    if (target) links.push(target);
    return target ? " " : all;
  });
  for (const [bare] of rest.replace(/<(?!https?:)[^>]*>/g, "").matchAll(/https?:\/\/[^\s<>]+/g)) links.push(bare.replace(/[.,:;!?'")*_]+$/, ""));
  return links.map(address).sort();
}

function quotesOf(lines) {
  const starts = lines.filter((line, at) => /^ {0,3}>/.test(line) && !/^ {0,3}>/.test(lines[at - 1] ?? ""));
  const alerts = starts.filter((line) => /^ {0,3}> ?\[!\w+\]/.test(line)).length;
  return { quotes: starts.length - alerts, alerts };
}

/** What a post holds. `rawHtml` is false for dialects that leave raw HTML out. */
export function census(source, { rawHtml = true } = {}) {
  const whole = bodyOf(source);
  const fences = [...whole.matchAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm)].length;
  const body = whole.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, "");
  const iframes = [...body.matchAll(/<iframe\b[^>]*>/g)].map(([tag]) => tag);
  const prose = body.replace(/<iframe\b[\s\S]*?<\/iframe>/g, "").replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()<>*_:]/g, " "));
  const lines = prose.split("\n");
  const headings = lines.map((line) => /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)).filter(Boolean);
  return {
    headings: headings.map(([, marks, text]) => `${marks.length} ${unset(plain(text))}`),
    items: lines.filter((line) => /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/.test(line)).length,
    tasks: lines.filter((line) => /^\s*[-*+][ \t]+\[[ xX]\][ \t]/.test(line)).length,
    ...quotesOf(lines),
    rules: lines.filter((line, at) => /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line) && (lines[at - 1] ?? "").trim() === "").length,
    tables: lines.filter((line) => /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/.test(line)).length,
    fences,
    // Eleventy's tag makes an image, too.
    images: [...prose.matchAll(/!\[[^\]]*\]\([^)]*\)|\{% image /g)].length,
    videos: rawHtml ? iframes.filter((tag) => /src="https:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/embed|player\.vimeo\.com\/video)\//.test(tag)).length : 0,
    notes: new Set([...prose.matchAll(/\[\^([^\]]+)\](?!:)/g)].map(([, label]) => label)).size,
    links: linksOf(prose),
  };
}

/** Words of the prose that a reader must find: letters only, without markup, addresses and template calls. */
export function wordsOf(source) {
  const body = bodyOf(source).replace(/^ {0,3}\[[^\]^][^\]]*\]:.*$/gm, "").replace(/^\s*```.*$/gm, "").replace(/\{[{%][\s\S]*?[%}]\}/g, "");
  const text = plain(body.replace(/<iframe[\s\S]*?<\/iframe>/g, "")).replace(/https?:\/\/\S+/g, "").replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g, "").replace(/^> ?\[!\w+\]/gm, "").replace(/\[\^[^\]]+\]:?/g, "");
  return [...new Set(text.match(/\p{L}{4,}/gu) ?? [])];
}

/** The same as `census`, counted in the preview's frame. Runs there. */
export function shown() {
  const page = document.querySelector(".fw-page");
  const notes = "[data-footnotes], .footnotes, .footnotes *, [data-footnotes] *";
  const all = (selector) => [...page.querySelectorAll(selector)].filter((element) => !element.matches(notes));
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll(".fw-anchor, .footnote-ref, [data-footnote-ref]")) extra.remove();
    return copy.textContent.trim();
  };
  return {
    headings: all("h1, h2, h3, h4, h5, h6").map((heading) => `${heading.localName[1]} ${words(heading)}`),
    items: all("li").length,
    tasks: all("li input[type=checkbox]").length,
    quotes: all("blockquote").length,
    alerts: all(".markdown-alert").length,
    rules: all("hr").length,
    tables: all("table").length,
    fences: all("pre > code").length,
    images: all(".fw-missing, img").length,
    videos: all(".fw-play").length,
    notes: page.querySelectorAll("[data-footnotes] li, .footnotes li").length,
    links: all("a[href]").filter((link) => !link.matches(".fw-anchor, .footnote-ref, [data-footnote-ref], [id^='uc-user-content-fnref']")).map((link) => link.getAttribute("href")),
  };
}

/** Puts the preview's counts into the form of the census. */
export function readable(counts) {
  return { ...counts, headings: counts.headings.map(unset), links: counts.links.map(address).sort() };
}
