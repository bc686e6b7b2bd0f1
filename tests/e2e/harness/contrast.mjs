// Owns measuring the contrast of the text that is there, as it is painted.

/**
 * Every text whose contrast is too small, as `words: ratio`. Runs in a document; takes backgrounds of ancestors together
 * and knows large type (WCAG 2.2, 1.4.3).
 */
export function weakTexts() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], alpha: a / 255 };
  };
  const over = (top, bottom) => top.rgb.map((part, at) => part * top.alpha + bottom[at] * (1 - top.alpha));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    const chain = [];
    for (let each = element; each; each = each.parentElement) chain.unshift(channels(getComputedStyle(each).backgroundColor));
    return chain.reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  // What lies on a picture or a gradient has no one colour below it.
  const onPicture = (element) => {
    for (let each = element; each; each = each.parentElement) if (getComputedStyle(each).backgroundImage !== "none") return true;
    return false;
  };
  const weak = new Set();
  for (const element of document.body.querySelectorAll("*")) {
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue.trim()).join(" ").trim();
    if (!words || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest("svg, math, [aria-hidden=true], [aria-disabled=true], :disabled, .hidden, .skip, #fallback")) continue;
    if (onPicture(element)) continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element);
    const [a, b] = [light(over(channels(style.color), ground)), light(ground)].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < least - 0.01) weak.add(`${words.slice(0, 40)} (${element.localName}.${element.className}): ${ratio.toFixed(2)}`);
  }
  return [...weak];
}
