/** From cron's five fields to a calendar event. */

/** What a line of crontab(5) means; empty where no single event does, undefined where the text is none. */
export function fromCron(text: string): string | undefined {
  const fields = text.trim().split(/[ \t]+/);
  const seconds = fields.length === 6 ? fields.shift() : undefined;
  if (fields.length !== 5 || !fields.every(field => /^[0-9*?,/A-Za-z#-]+$/.test(field))) return undefined;
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  if (!/^[0-9*]/.test(minute) || !/^[0-9*]/.test(hour)) return undefined;
  const converted = {
    second: seconds === undefined ? "00" : field(seconds, "0"),
    minute: field(minute, "0"),
    hour: field(hour, "0"),
    day: field(day, "1"),
    month: field(names(month, months, 1), "1"),
    weekday: weekdays(weekday),
  };
  if (Object.values(converted).includes(undefined)) return "";
  if (converted.day !== "*" && converted.weekday !== "") return "";
  const days = converted.weekday === "" ? "" : `${converted.weekday} `;
  return `${days}*-${converted.month}-${converted.day} ${converted.hour}:${converted.minute}:${converted.second}`;
}

/** A field of numbers; undefined where it has something that systemd lacks. */
function field(text: string, first: string): string | undefined {
  const pieces = text.split(",").map(piece => {
    if (piece === "*" || piece === "?") return "*";
    const [, from = "", to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(piece) ?? [];
    if (from === "") return undefined;
    return `${from === "*" ? first : from}${to === undefined ? "" : `..${to}`}${step === undefined ? "" : `/${step}`}`;
  });
  return pieces.includes(undefined) || (pieces.length > 1 && pieces.includes("*")) ? undefined : pieces.join(",");
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Weekdays count from Sunday, which is 0 and 7. */
function weekdays(text: string): string | undefined {
  if (text === "*" || text === "?") return "";
  const pieces = text.split(",").map(piece => {
    const [, from, to] = /^([0-7])(?:-([0-7]))?$/.exec(names(piece, days.slice(0, 7), 0)) ?? [];
    if (from === undefined) return undefined;
    const first = day(from === "0" && to !== undefined ? "0" : from);
    if (to === undefined) return first;
    if (from === "0") return to === "0" ? "Sun" : `Sun,${range("1", to)}`;
    return range(from, to);
  });
  return pieces.includes(undefined) ? undefined : pieces.join(",");
}

function range(from: string, to: string): string {
  return from === to ? day(from) : `${day(from)}..${day(to)}`;
}

function day(number: string): string {
  const name = days[Number(number)] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function names(text: string, known: readonly string[], first: number): string {
  return text.replace(/[A-Za-z]+/g, word => {
    const found = known.indexOf(word.toLowerCase());
    return found < 0 ? word : String(found + first);
  });
}
