// Owns what must happen before the first paint: the theme that the person chose, so that a dark page never flashes white.
// A classic script in the page's head, since modules run only after the page has been read.

import { createSettings } from "../kernel/settings";

const { theme } = createSettings().get();
if (theme !== "system") document.documentElement.dataset["theme"] = theme;
