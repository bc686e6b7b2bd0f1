// Owns copying the post's HTML to the clipboard, both as markup and as what it looks like.

/** Copies sanitised HTML, and says how that went; null where there is no preview. */
export async function copyHtml(html: string | null, toast: (message: string) => void): Promise<void> {
  try {
    if (html === null) throw new Error("There is no preview.");
    const blob = (type: string): Blob => new Blob([html], { type });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": blob("text/html"), "text/plain": blob("text/plain") })]);
    toast("Copied the HTML of the post.");
  } catch {
    toast("The HTML could not be copied. The browser may not allow it here.");
  }
}
