// Owns dates as Go spells them in Hugo's templates: by an example of the second of January 2006. Pure.

/** A moment in the person's zone. */
export interface Moment {
  /** Milliseconds since 1970. */
  time: number;
  /** Minutes east of UTC. */
  zone: number;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const two = (value: number): string => String(value).padStart(2, "0");

/** `+01:00`; UTC is `Z` in a layout that says so. */
function zoneOf(zone: number, colon: string): string {
  const size = Math.abs(zone);
  return `${zone < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
}

const LAYOUT = /2006|January|Jan|Monday|Mon|MST|Z07:00|Z0700|-07:00|-0700|-07|01|02|03|04|05|06|15|PM|pm|_2|1|2|3|4|5/g;

/** Formats a moment by a Go layout. */
export function formatGo(layout: string, { time, zone }: Moment): string {
  const at = new Date(time + zone * 60_000);
  const hour = at.getUTCHours();
  const half = hour % 12 || 12;
  const parts: Record<string, string> = {
    "2006": String(at.getUTCFullYear()).padStart(4, "0"),
    "06": two(at.getUTCFullYear() % 100),
    January: MONTHS[at.getUTCMonth()] ?? "",
    Jan: (MONTHS[at.getUTCMonth()] ?? "").slice(0, 3),
    "01": two(at.getUTCMonth() + 1),
    "1": String(at.getUTCMonth() + 1),
    Monday: DAYS[at.getUTCDay()] ?? "",
    Mon: (DAYS[at.getUTCDay()] ?? "").slice(0, 3),
    "02": two(at.getUTCDate()),
    _2: String(at.getUTCDate()).padStart(2, " "),
    "2": String(at.getUTCDate()),
    "15": two(hour),
    "03": two(half),
    "3": String(half),
    "04": two(at.getUTCMinutes()),
    "4": String(at.getUTCMinutes()),
    "05": two(at.getUTCSeconds()),
    "5": String(at.getUTCSeconds()),
    PM: hour < 12 ? "AM" : "PM",
    pm: hour < 12 ? "am" : "pm",
    "Z07:00": zone === 0 ? "Z" : zoneOf(zone, ":"),
    Z0700: zone === 0 ? "Z" : zoneOf(zone, ""),
    "-07:00": zoneOf(zone, ":"),
    "-0700": zoneOf(zone, ""),
    "-07": zoneOf(zone, "").slice(0, 3),
    MST: zone === 0 ? "UTC" : zoneOf(zone, ""),
  };
  return layout.replace(LAYOUT, (part) => parts[part] ?? part);
}

/** As Hugo puts a date into a header: `2026-01-31T17:45:00+01:00`. */
export const rfc3339 = (moment: Moment): string => formatGo("2006-01-02T15:04:05-07:00", moment);
export const dayOf = (moment: Moment): string => formatGo("2006-01-02", moment);
