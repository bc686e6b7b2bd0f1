// Owns the arithmetic of anchors: points that rise in both measures, and straight lines between them. Pure.

/** A place known in two measures. */
export interface Point {
  x: number;
  y: number;
}

/** Leaves out the points that do not rise in both measures; the first point stays. `points` are sorted by x. */
export function rising(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || (point.x > last.x && point.y > last.y + 0.5)) kept.push(point);
  }
  return kept;
}

/** The other measure of a place given in one (`by`), on the line between its neighbours; the ends beyond the ends. */
export function interpolate(points: readonly Point[], value: number, by: "x" | "y"): number {
  const other = by === "x" ? "y" : "x";
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 0;
  if (value <= first[by]) return first[other];
  if (value >= last[by]) return last[other];
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle]![by] <= value) low = middle;
    else high = middle;
  }
  const a = points[low]!;
  const b = points[high]!;
  return a[other] + ((value - a[by]) / (b[by] - a[by])) * (b[other] - a[other]);
}
