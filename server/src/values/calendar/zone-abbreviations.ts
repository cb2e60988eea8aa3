/** Abbreviations of time zones as the tz database has them, by the long English names that `Intl` gives. */

/** `CET` for Central European Standard Time; the offset as `+0530` where the tz database has no word either. */
export function abbreviation(zone: string, longName: string, offset: number): string {
  if (wordless.has(zone)) return numeric(offset);
  const short = fixed.get(zone) ?? abbreviations.get(longName);
  if (short !== undefined) return short;
  if (british.has(zone) && offset === 3600) return "BST";
  if (offset !== 0) return numeric(offset);
  if (zone.startsWith("Atlantic/")) return "+00";
  return /GMT/.test(zone) || /GMT|Greenwich/.test(longName) ? "GMT" : "UTC";
}

function numeric(offset: number): string {
  const minutes = Math.abs(Math.trunc(offset / 60));
  const digits = [Math.floor(minutes / 60), minutes % 60].map(number => String(number).padStart(2, "0"));
  return `${offset < 0 ? "-" : "+"}${digits[0]}${digits[1] === "00" ? "" : digits[1]}`;
}

const abbreviations: ReadonlyMap<string, string> = new Map([
  ["Central European Standard Time", "CET"],
  ["Central European Summer Time", "CEST"],
  ["Eastern European Standard Time", "EET"],
  ["Eastern European Summer Time", "EEST"],
  ["Western European Standard Time", "WET"],
  ["Western European Summer Time", "WEST"],
  ["British Summer Time", "BST"],
  ["Irish Standard Time", "IST"],
  ["Moscow Standard Time", "MSK"],
  ["India Standard Time", "IST"],
  ["Israel Standard Time", "IST"],
  ["Israel Daylight Time", "IDT"],
  ["Pakistan Standard Time", "PKT"],
  ["China Standard Time", "CST"],
  ["Hong Kong Standard Time", "HKT"],
  ["Japan Standard Time", "JST"],
  ["Korean Standard Time", "KST"],
  ["Philippine Standard Time", "PST"],
  ["Western Indonesia Time", "WIB"],
  ["Central Indonesia Time", "WITA"],
  ["Eastern Indonesia Time", "WIT"],
  ["Central Africa Time", "CAT"],
  ["East Africa Time", "EAT"],
  ["South Africa Standard Time", "SAST"],
  ["West Africa Standard Time", "WAT"],
  ["West Africa Time", "WAT"],
  ["Eastern Standard Time", "EST"],
  ["Eastern Daylight Time", "EDT"],
  ["Central Standard Time", "CST"],
  ["Central Daylight Time", "CDT"],
  ["Mountain Standard Time", "MST"],
  ["Mountain Daylight Time", "MDT"],
  ["Pacific Standard Time", "PST"],
  ["Pacific Daylight Time", "PDT"],
  ["Alaska Standard Time", "AKST"],
  ["Alaska Daylight Time", "AKDT"],
  ["Hawaii-Aleutian Standard Time", "HST"],
  ["Hawaii-Aleutian Daylight Time", "HDT"],
  ["Atlantic Standard Time", "AST"],
  ["Atlantic Daylight Time", "ADT"],
  ["Newfoundland Standard Time", "NST"],
  ["Newfoundland Daylight Time", "NDT"],
  ["Cuba Standard Time", "CST"],
  ["Cuba Daylight Time", "CDT"],
  ["Mexican Pacific Standard Time", "MST"],
  ["Australian Eastern Standard Time", "AEST"],
  ["Australian Eastern Daylight Time", "AEDT"],
  ["Australian Central Standard Time", "ACST"],
  ["Australian Central Daylight Time", "ACDT"],
  ["Australian Western Standard Time", "AWST"],
  ["New Zealand Standard Time", "NZST"],
  ["New Zealand Daylight Time", "NZDT"],
  ["Samoa Standard Time", "SST"],
  ["American Samoa Standard Time", "SST"],
  ["Chamorro Standard Time", "ChST"],
]);

/** Zones whose long name speaks of another zone. */
const wordless: ReadonlySet<string> = new Set([
  "Africa/Casablanca",
  "Africa/El_Aaiun",
  "Antarctica/Casey",
  "Antarctica/Troll",
  "Asia/Colombo",
  "Europe/Minsk",
  "Pacific/Apia",
]);

/** Zones without a long name, and without daylight saving. */
const fixed: ReadonlyMap<string, string> = new Map([
  ["America/Dawson", "MST"],
  ["America/Whitehorse", "MST"],
  ["Canada/Yukon", "MST"],
  ["Asia/Taipei", "CST"],
  ["ROC", "CST"],
]);

const british: ReadonlySet<string> = new Set(["Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey"]);
