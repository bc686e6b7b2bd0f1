// Owns what the page and the worker that converts images say to each other.

/** What an image can be written as. */
export type Written = "image/webp" | "image/jpeg" | "image/png";

/** The first question tells what the worker's browser is able to do. */
export type ToConverter = { id: number; ask: "abilities" } | { id: number; ask: "convert"; image: Blob; width: number | null; as: Written };

export type FromConverter =
  | { id: number; answer: "abilities"; webp: boolean }
  | { id: number; answer: "converted"; bytes: ArrayBuffer; width: number; height: number }
  | { id: number; answer: "failed" };
