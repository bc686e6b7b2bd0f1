// Owns the line comparison that merging rests on: Myers' algorithm in linear space, with changes slid to where git puts them,
// so that what git merges clean is merged clean here, to the same text.

/** Lines `from` to `to` (counted from 0, end excluded) of the first list have become those of the second. */
export interface Hunk {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/** A stretch that needs more steps than this counts as changed as a whole; that can cost a conflict, never a line. */
const MOST_STEPS = 4_000;
/** So far is looked around a frequent line (lines). */
const WINDOW = 100;

/** A list of lines: each as the number of its text, and whether it has changed. */
interface Side {
  lines: Int32Array;
  changed: Uint8Array;
}

/** The hunks in order; at least one line that stays lies between two of them. */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const numbers = new Map<string, number>();
  const number = (line: string): number => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  };
  const side = (lines: readonly string[]): Side => ({ lines: Int32Array.from(lines, number), changed: new Uint8Array(lines.length) });
  const [a, b] = [side(before), side(after)];
  mark(a, b, numbers.size);
  slide(a, b);
  slide(b, a);
  const hunks: Hunk[] = [];
  let [atA, atB] = [0, 0];
  while (atA < before.length || atB < after.length) {
    const [fromA, fromB] = [atA, atB];
    while (a.changed[atA]) atA += 1;
    while (b.changed[atB]) atB += 1;
    if (atA > fromA || atB > fromB) hunks.push({ fromA, toA: atA, fromB, toB: atB });
    atA += 1;
    atB += 1;
  }
  return hunks;
}

const at = (lines: ArrayLike<number>, index: number): number => lines[index] ?? -1;

/** Marks what has changed: what the other side does not have at all first, then by comparing the rest. */
function mark(a: Side, b: Side, numbers: number): void {
  const shorter = Math.min(a.lines.length, b.lines.length);
  let start = 0;
  while (start < shorter && a.lines[start] === b.lines[start]) start += 1;
  let end = 0;
  while (end < shorter - start && at(a.lines, a.lines.length - 1 - end) === at(b.lines, b.lines.length - 1 - end)) end += 1;
  const keptA = comparable(a, b, start, end, numbers);
  const keptB = comparable(b, a, start, end, numbers);
  const linesA = Int32Array.from(keptA, (index) => at(a.lines, index));
  const linesB = Int32Array.from(keptB, (index) => at(b.lines, index));
  compare(linesA, linesB, (inA, index) => {
    const [side, kept] = inA ? [a, keptA] : [b, keptB];
    side.changed[kept[index] ?? 0] = 1;
  });
}

/**
 * The lines worth comparing. One that the other side lacks has changed; so has a frequent one, such as an empty line, in the
 * middle of such: it would hold two unlike stretches together.
 */
function comparable(own: Side, other: Side, start: number, end: number, numbers: number): number[] {
  const count = new Int32Array(numbers);
  for (const line of other.lines) count[line] = at(count, line) + 1;
  let frequent = 1;
  for (let left = own.lines.length; left > 0; left >>= 2) frequent <<= 1;
  frequent = Math.min(frequent, 1_024);
  const until = own.lines.length - end;
  const times = (index: number): number => at(count, at(own.lines, index));
  const isLost = (index: number): boolean => {
    let [alone, often] = [0, 0];
    for (const step of [-1, 1]) {
      let here = 0;
      for (let next = index + step; next >= start && next < until && Math.abs(next - index) <= WINDOW; next += step) {
        if (times(next) === 0) here += 1;
        else if (times(next) >= frequent) often += 1;
        else break;
      }
      if (here === 0) return false;
      alone += here;
    }
    often += 2;
    return often * 4 < often + alone;
  };
  const kept: number[] = [];
  for (let index = start; index < until; index++) {
    if (times(index) === 0 || (times(index) >= frequent && isLost(index))) own.changed[index] = 1;
    else kept.push(index);
  }
  return kept;
}

/** Tells `changed` each line that is not part of the longest common sequence. */
function compare(a: Int32Array, b: Int32Array, changed: (inA: boolean, index: number) => void): void {
  const size = a.length + b.length + 3;
  const forward = new Int32Array(2 * size + 1);
  const backward = new Int32Array(2 * size + 1);
  const boxes = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  for (let box = boxes.pop(); box; box = boxes.pop()) {
    let { fromA, toA, fromB, toB } = box;
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) [fromA, fromB] = [fromA + 1, fromB + 1];
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) [toA, toB] = [toA - 1, toB - 1];
    const middle = fromA < toA && fromB < toB ? middleOf(a, b, { fromA, toA, fromB, toB }, forward, backward, size) : null;
    if (middle) {
      boxes.push({ fromA: middle.a, toA, fromB: middle.b, toB }, { fromA, toA: middle.a, fromB, toB: middle.b });
      continue;
    }
    for (let index = fromA; index < toA; index++) changed(true, index);
    for (let index = fromB; index < toB; index++) changed(false, index);
  }
}

/** A point on a shortest way through the box, found from both corners at once. Null when that takes too long. */
function middleOf(a: Int32Array, b: Int32Array, box: Hunk, forward: Int32Array, backward: Int32Array, zero: number): { a: number; b: number } | null {
  const { fromA, toA, fromB, toB } = box;
  const [least, most] = [fromA - toB, toA - fromB];
  const [first, last] = [fromA - fromB, toA - toB];
  const odd = ((first - last) & 1) !== 0;
  let [lowF, highF, lowB, highB] = [first, first, last, last];
  forward[zero + first] = fromA;
  backward[zero + last] = toA;
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    if (lowF > least) forward[zero + --lowF - 1] = -1;
    else lowF += 1;
    if (highF < most) forward[zero + ++highF + 1] = -1;
    else highF -= 1;
    for (let line = highF; line >= lowF; line -= 2) {
      const [left, right] = [at(forward, zero + line - 1), at(forward, zero + line + 1)];
      let x = left >= right ? left + 1 : right;
      while (x < toA && x - line < toB && a[x] === b[x - line]) x += 1;
      forward[zero + line] = x;
      if (odd && lowB <= line && line <= highB && at(backward, zero + line) <= x) return { a: x, b: x - line };
    }
    if (lowB > least) backward[zero + --lowB - 1] = 0x7fffffff;
    else lowB += 1;
    if (highB < most) backward[zero + ++highB + 1] = 0x7fffffff;
    else highB -= 1;
    for (let line = highB; line >= lowB; line -= 2) {
      const [left, right] = [at(backward, zero + line - 1), at(backward, zero + line + 1)];
      let x = left < right ? left : right - 1;
      while (x > fromA && x - line > fromB && a[x - 1] === b[x - line - 1]) x -= 1;
      backward[zero + line] = x;
      if (!odd && lowF <= line && line <= highF && x <= at(forward, zero + line)) return { a: x, b: x - line };
    }
  }
  return null;
}

/** A run of changed lines, which may be empty: between every two lines that stay there is one. */
interface Group {
  start: number;
  end: number;
}

/**
 * Moves runs of changed lines of one side, where lines alike leave a choice: as far down as they go, or else to where the other
 * side has changed too. Runs that meet become one.
 */
function slide(side: Side, other: Side): void {
  const { lines, changed } = side;
  const group = groupAt(side, 0);
  const beside = groupAt(other, 0);
  const up = (): boolean => {
    if (group.start === 0 || lines[group.start - 1] !== lines[group.end - 1]) return false;
    changed[--group.start] = 1;
    changed[--group.end] = 0;
    while (changed[group.start - 1]) group.start -= 1;
    return true;
  };
  const down = (): boolean => {
    if (group.end === lines.length || lines[group.start] !== lines[group.end]) return false;
    changed[group.start++] = 0;
    changed[group.end++] = 1;
    while (changed[group.end]) group.end += 1;
    return true;
  };
  do {
    if (group.start === group.end) continue;
    let size: number;
    let highest: number;
    let meets: boolean;
    do {
      size = group.end - group.start;
      while (up()) previous(other, beside);
      highest = group.end;
      meets = beside.end > beside.start;
      while (down()) {
        next(other, beside);
        meets ||= beside.end > beside.start;
      }
    } while (size !== group.end - group.start);
    if (group.end === highest || !meets) continue;
    while (beside.end === beside.start && up()) previous(other, beside);
  } while (next(side, group) && next(other, beside));
}

function groupAt({ changed }: Side, start: number): Group {
  let end = start;
  while (changed[end]) end += 1;
  return { start, end };
}

function next(side: Side, group: Group): boolean {
  if (group.end === side.lines.length) return false;
  Object.assign(group, groupAt(side, group.end + 1));
  return true;
}

function previous({ changed }: Side, group: Group): void {
  group.end = group.start - 1;
  group.start = group.end;
  while (changed[group.start - 1]) group.start -= 1;
}
