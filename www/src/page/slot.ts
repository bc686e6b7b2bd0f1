// Owns access to the elements of index.html: their ids are the contract between the page, the kernel and the app.

/** The element with this id. A page without it was not built from our index.html. */
export function slot(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}. Was index.html changed?`);
  return element;
}
