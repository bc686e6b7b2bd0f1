// Owns the images that wait to be put into the post, one after the other: what is asked about each, and its way into a
// file and into the text. Loaded when the first one comes.

import { wordsFor } from "../documents/problem";
import type { ImageChoice, NewImage } from "../wire";
import { createCandidate, type Candidate, type Shape } from "./candidate";
import { createConverter } from "./convert-client";
import type { Destination, Spot } from "./destination";
import { examine } from "./examine";
import { proposedName, safeName, type Naming } from "./name";
import type { Style } from "./link";

/** What an image is put into: the text, or something that only takes a path. */
export interface Target {
  /** Whether a description is asked for. */
  described: boolean;
  insert(link: string, alt: string, style: Style): void;
}

export interface DialogSources {
  converterUrl(): string;
  /** Where images can go now. */
  destination(): Promise<Destination>;
  naming(): Omit<Naming, "file">;
  tell(image: NewImage | null): void;
  /** An image is in its place, under this link. */
  written(link: string): void;
  /** There is nothing more to ask. */
  done(): void;
}

export interface ImageDialog {
  /** Asks about these, after those that wait already. */
  add(files: readonly File[], target: Target): void;
  choose(id: number, choice: ImageChoice): void;
  insert(id: number, choice: ImageChoice, alt: string): Promise<void>;
  skip(id: number): void;
  /** Leaves out the one that is asked about and all that wait; with null, whichever it is. */
  cancel(id: number | null): void;
}

interface Waiting {
  file: File;
  target: Target;
}

/** The one that is asked about. */
interface Current extends Waiting {
  image: NewImage;
  candidate: Candidate | null;
  destination: Destination | null;
}

const NOWHERE: Pick<NewImage, "places" | "path" | "link" | "taken"> = { places: [], path: null, link: null, taken: false };

export function createImageDialog(sources: DialogSources): ImageDialog {
  const { tell } = sources;
  const converter = createConverter(sources.converterUrl);
  let queue: Waiting[] = [];
  let current: Current | null = null;
  let asked = 0;
  let count = 0;
  let number = 0;
  let shape: Shape = { width: null, webp: false };
  /** Counts choices: what comes of an older one is not shown. */
  let choices = 0;
  /** The same for all that came together. */
  let places: Promise<Destination | null> | null = null;

  const show = (change: Partial<NewImage>): void => {
    if (!current) return;
    current.image = { ...current.image, ...change };
    tell(current.image);
  };
  const spotOf = ({ destination, image }: Current): Spot | null => destination?.spots[image.choice.place] ?? destination?.spots[0] ?? null;
  const shapeOf = (mine: Current): Shape => mine.candidate?.fit(mine.image.choice) ?? shape;
  const placesOf = (destination: Destination): NewImage["places"] => destination.spots.map(({ folder, why, kept }) => ({ folder, why: kept ? "with the draft" : why, kept }));

  const forget = (): void => {
    if (current?.image.url) URL.revokeObjectURL(current.image.url);
    current = null;
  };

  const next = async (): Promise<void> => {
    forget();
    const waiting = queue.shift();
    if (!waiting) {
      [count, number] = [0, 0];
      places = null;
      converter.end();
      tell(null);
      sources.done();
      return;
    }
    asked += 1;
    number += 1;
    const { file, target } = waiting;
    const none = { format: "", width: 0, height: 0, bytes: file.size };
    const mine: Current = {
      ...waiting,
      candidate: null,
      destination: null,
      image: {
        id: asked, number, count, file: file.name, url: null, original: none, problem: null, notes: [], ...NOWHERE, widths: [], keeps: "", webp: false,
        choice: { name: proposedName({ ...sources.naming(), file: file.name }), place: 0, ...shape },
        outcome: null, ending: "", described: target.described, busy: false, failure: null,
      },
    };
    current = mine;
    places ??= sources.destination().catch(() => null);
    const [examined, able, destination] = await Promise.all([examine(file), converter.abilities(), places]);
    if (current !== mine) return;
    if (typeof examined === "string") return show({ problem: examined });
    if (!destination) return show({ problem: "The folder could not be read, so there is no place for the image. Open the folder again and try once more." });
    const candidate = createCandidate(examined, converter, able);
    [mine.candidate, mine.destination] = [candidate, destination];
    const { original, notes, widths, keeps, webp } = candidate;
    mine.image = { ...mine.image, url: URL.createObjectURL(examined.blob), original, notes, widths, keeps, webp, places: placesOf(destination), choice: { ...mine.image.choice, ...candidate.first(shape) } };
    await follow(mine);
  };

  /** Tells what comes of what is chosen: the name at once, the size when it is made. */
  const follow = async (mine: Current): Promise<void> => {
    choices += 1;
    const turn = choices;
    const { candidate, destination } = mine;
    const spot = spotOf(mine);
    if (!candidate || !destination || !spot) return;
    const wanted = shapeOf(mine);
    const ending = candidate.ending(wanted);
    const stem = safeName(mine.image.choice.name);
    const result = candidate.make(wanted);
    const name = await destination.nameAt(spot, stem, ending);
    if (current !== mine || turn !== choices) return;
    show({
      choice: { ...mine.image.choice, ...wanted },
      outcome: null,
      ending: `.${ending}`,
      path: spot.folder === "" ? name : `${spot.folder}/${name}`,
      link: spot.prefix + name,
      taken: name !== `${stem}.${ending}`,
    });
    const made = await result;
    if (current !== mine || turn !== choices) return;
    if (made) return show({ outcome: made.outcome });
    // It stays what it was: nothing that cannot be made is promised.
    const asIs = candidate.fit({ width: null, webp: false });
    if (wanted.width === null && !wanted.webp) return show({ problem: `${mine.file.name} could not be converted here. It may be too large for this browser; make it smaller with another program first.` });
    show({ choice: { ...mine.image.choice, ...asIs }, failure: "The image could not be brought to that size or format here; it may be too large for this browser." });
    await follow(mine);
  };

  const put = async (mine: Current, alt: string): Promise<void> => {
    const { candidate, destination, target } = mine;
    const spot = spotOf(mine);
    if (!candidate || !destination || !spot) return;
    const wanted = shapeOf(mine);
    const made = await candidate.make(wanted);
    if (!made) throw new Error("It could not be converted.");
    const name = await destination.put(spot, safeName(mine.image.choice.name), candidate.ending(wanted), made.bytes, made.type);
    shape = { width: mine.image.choice.width, webp: mine.image.choice.webp };
    const link = spot.prefix + name;
    sources.written(link);
    target.insert(link, alt, spot.style);
  };

  return {
    add(files, target) {
      queue.push(...files.map((file) => ({ file, target })));
      count += files.length;
      if (current) show({ count });
      else void next();
    },
    choose(id, choice) {
      const mine = current;
      if (!mine || mine.image.id !== id || mine.image.busy) return;
      mine.image = { ...mine.image, choice, failure: null };
      void follow(mine);
    },
    async insert(id, choice, alt) {
      const mine = current;
      if (!mine || mine.image.id !== id || mine.image.busy || mine.image.problem !== null) return;
      show({ choice, busy: true, failure: null });
      try {
        await put(mine, alt);
      } catch (problem) {
        if (current !== mine) return;
        const { destination } = mine;
        const words = wordsFor(problem, "The image could not be written. The disk may be full or the folder protected.");
        const fallback = destination?.fallback;
        if (!destination || !fallback || destination.spots.includes(fallback)) return show({ busy: false, failure: words });
        destination.spots.push(fallback);
        show({ busy: false, places: placesOf(destination), choice: { ...mine.image.choice, place: destination.spots.length - 1 }, failure: `${words} It can be kept in this browser with the draft instead.` });
        return follow(mine);
      }
      if (current === mine) await next();
    },
    skip(id) {
      if (current?.image.id === id && !current.image.busy) void next();
    },
    cancel(id) {
      if (!current || (id !== null && current.image.id !== id)) return;
      queue = [];
      // What is being written is put into the post as well: a file that nothing names would help nobody.
      if (!current.image.busy) void next();
    },
  };
}
