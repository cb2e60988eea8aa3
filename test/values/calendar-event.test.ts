/** Calendar events: what is read, and what is told of the rest. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("an empty value clears the list", () => checkValues("calendar-event", [["", ""]]));

test("events come out as systemd-analyze calendar prints them", () => {
  checkValues("calendar-event", [
    ["daily", "*-*-* 00:00:00"],
    ["Weekly", "Mon *-*-* 00:00:00"],
    ["quarterly", "*-01,04,07,10-01 00:00:00"],
    ["anually", "*-01-01 00:00:00"],
    ["semi-annually UTC", "*-01,07-01 00:00:00 UTC"],
    ["Mon", "Mon *-*-* 00:00:00"],
    ["Mon-Fri", "Mon..Fri *-*-* 00:00:00"],
    ["sat,THURSDAY,Mon..Wed 9:00", "Mon..Thu,Sat *-*-* 09:00:00"],
    ["Mon..Sun 2026-*-*", "2026-*-* 00:00:00"],
    ["Sat,Sun, 12-05 08:05:40", "Sat,Sun *-12-05 08:05:40"],
    ["Sat, 2027-3-6", "Sat 2027-03-06 00:00:00"],
    ["5-1,15 1:02:03.4", "*-05-01,15 01:02:03.400000"],
    ["26-1-1", "2026-01-01 00:00:00"],
    ["89..05-*-*", "1989..2005-*-* 00:00:00"],
    ["*:0/15", "*-*-* *:00/15:00"],
    ["*:*:*", "*-*-* *:*:*"],
    ["*:*:0/1", "*-*-* *:*:*"],
    ["*:*:0..30/7.5", "*-*-* *:*:00..30/7.500000"],
    ["00:00:59.9999994", "*-*-* 00:00:59.999999"],
    ["14,13,13,12:20,10,30", "*-*-* 12,13,14:10,20,30:00"],
    ["9..17/2:30", "*-*-* 09..17/2:30:00"],
    ["9..10/5:30", "*-*-* 09:30:00"],
    ["*-02~03", "*-02~03 00:00:00"],
    ["Mon *-05~07/1", "Mon *-05~07/1 00:00:00"],
    ["*-*~1..3", "*-*~01..03 00:00:00"],
    ["@1234", "1970-01-01 00:20:34 UTC"],
    ["Thu @ +5 Europe/Berlin", "Thu 1970-01-01 00:00:05 UTC"],
    ["2026-01-01   9:00", "2026-01-01 09:00:00"],
    ["9:00 utc", "*-*-* 09:00:00 UTC"],
    ["9:00 Etc/UTC", "*-*-* 09:00:00 Etc/UTC"],
    ["9:00 Asia/Kolkata", "*-*-* 09:00:00 Asia/Kolkata"],
    ["9:00 US/Eastern", "*-*-* 09:00:00 US/Eastern"],
  ]);
});

test("numbers have their limits", () => {
  checkValues("calendar-event", [
    ["*-*-* «25»:00", "25 is no hour; hours go from 0 to 23"],
    ["«24»:00", "24 is no hour; hours go from 0 to 23"],
    [
      "«25»:«60»:«60»",
      "25 is no hour; hours go from 0 to 23 | 60 is no minute; minutes go from 0 to 59 | 60 is no second; seconds go from 0 to 59",
    ],
    ["*-«13»-01", "13 is no month; months go from 1 to 12"],
    ["*-*-«0»", "0 is no day; days go from 1 to 31"],
    ["«2200»-01-01", "2200 is no year; years go from 1970 to 2199"],
    ["*-*~«29»", "29 is no day; days behind ~ go from 1 to 28"],
    ["*-*~1,«27»", "27 is no day; number 2 of the days behind ~ goes from 1 to 25"],
    ["«99999999999»:00", "99999999999 is too large"],
    ["*:0«/60»", "From minute 0 on, a repetition every 60 never comes; leave it out"],
    ["*:0«/0»", "A repetition every 0 never comes; write a number from 1, or leave it out"],
    ["«22..6»:00", "22..6 runs backwards; write 22..23,00..6"],
    ["*:*:«3..3»", "3..3 is shorter than the second in whose steps it runs; write a step such as 3..3/0.1"],
    ["«@7258118400»", "@7258118400 lies beyond the years from 1970 to 2199"],
    ["«31-12-2026»", "Dates begin with the year; write 2026-12-31"],
  ]);
});

test("a mistake is told at its smallest piece", () => {
  checkValues("calendar-event", [
    ["«9»", "9 alone is neither date nor time; write 9:00"],
    ["Mon «9»", "9 is no time; write 9:00"],
    ["*:«*»/15", "A repetition needs a number to count from, not *; write 0/15"],
    ["*-*-«*»/2", "A repetition needs a number to count from, not *; write 1/2"],
    ["9«-»17:00", "Ranges are written with two points: 9..17"],
    ["*-*-* 9«-»17:00", "Ranges are written with two points"],
    ["9«.»30", "Hours and minutes are parted by a colon"],
    ["*-«Jan»-01", "Months are numbers; write 01 for Jan"],
    ["2026-01-01«T»09:00", "Between date and time stands a blank, not T"],
    ["2026«~»01-01", "~ stands between month and day only"],
    ["«* »*-*-* 09:00", "* is no weekday; leave it out"],
    ["«-»1:00", "Numbers must not be negative"],
    ["1..«»", "A number is missing at the end"],
    ["1:2:3«.»", "Digits are missing behind the point"],
    ["@12«.5»", ".5 cannot follow seconds since 1970"],
    ["«%Q» 9:00", "There is no specifier %Q; write %%Q for a percent sign"],
  ]);
});

test("weekdays", () => {
  checkValues("calendar-event", [
    ["«Mo..Fr» 9:00", "Mo..Fr is no weekday; did you mean Mon..Fri?"],
    ["Mon«.»Fri", "A range of weekdays is written with two points"],
    ["«Mon..»", "The range Mon.. has no end"],
    ["«Fri..Mon» 10:00", "Fri..Mon runs backwards, as weeks begin with Mon; write Mon,Fri..Sun"],
    ["Mon..Wed«..»Fri", "A range has two ends only; separate ranges by commas"],
    ["Mon,« »Tue 9:00", "Weekdays are joined by commas, without blanks"],
    ["Mon,«,»Tue", "A weekday is missing here"],
    ["Mon,«Tues» 9:00", "Tues is no weekday; did you mean Tue?"],
    ["Mon«;»Tue", "Behind a weekday comes a blank, a comma or .., not ;"],
    ["«9:00 Mon»", "Weekdays come first"],
  ]);
});

test("time zones", () => {
  checkValues("calendar-event", [
    ["9:00 «Europe/Berln»", "Europe/Berln is no time zone; did you mean Europe/Berlin?"],
    ["9:00 «europe/berlin»", "europe/berlin is no time zone; did you mean Europe/Berlin?"],
    ["9:00 «CEST»", "CEST is understood on hosts of that time zone only; write a name such as Europe/Berlin"],
    ["9:00 «+02:00»", "An offset is no time zone; write Etc/GMT-2 or a name such as Europe/Berlin"],
    ["9:00« » UTC", "There must be no blank here"],
    ["9:00 «Europe/Berlin» UTC", "There can be one time zone only"],
  ]);
});

test("what people write instead", () => {
  checkValues("calendar-event", [
    ["«dayly»", "dayly is no calendar event; write daily"],
    ["«every day»", "every day is no calendar event; write daily"],
    ["«every 5 minutes»", "every 5 minutes is no calendar event; write *-*-* *:00/5:00"],
    ["«every monday»", "every monday is no calendar event; write Mon *-*-* 00:00:00"],
    ["«0 5 * * *»", "0 5 * * * is written for cron; write *-*-* 05:00:00"],
    ["«*/10 8-18 * * 1-5»", "*/10 8-18 * * 1-5 is written for cron; write Mon..Fri *-*-* 08..18:00/10:00"],
    ["«0 0 * jan sun,wed»", "0 0 * jan sun,wed is written for cron; write Wed,Sun *-01-* 00:00:00"],
    ["«0 0 1 * 1»", "0 0 1 * 1 is written for cron; write one such as daily or Mon..Fri 09:00"],
    ["«@daily»", "@daily is cron's; write daily"],
    ["«@reboot»", "@reboot is cron's; here OnBootSec= does that"],
    ["«Mon 9pm»", "Hours go from 0 to 23, without am and pm; write Mon *-*-* 21:00:00"],
    ["«daily 03:00»", "daily stands alone; write *-*-* 03:00:00"],
    ["«2026/01/31 9:00»", "Dates are written with -; write 2026-01-31 09:00:00"],
    ["«5min»", "5min is a time span; OnBootSec= and OnUnitActiveSec= take those, OnCalendar= takes calendar events"],
  ]);
});

test("dates that never come", () => {
  const fixed: [string, string][] = [["«Thu 2027-01-01» 9:00", "notes: 2027-01-01 is a Friday, so this never elapses"]];
  checkValues("calendar-event", fixed);
  checkValues("calendar-event", [["«Thu 2027-01-01» 9:00", "silent: 2027-01-01 is a Friday, so this never elapses"]], {
    version: 261,
  });
  checkValues("calendar-event", [
    ["«*-02-30»", "silent: There is no such date, so this never elapses"],
    ["«2027-02-29»", "silent: There is no such date, so this never elapses"],
    ["«Mon 2026-01-01,02»", "silent: None of these dates falls on such a weekday, so this never elapses"],
    ["Mon *-02-29", "Mon *-02-29 00:00:00"],
  ]);
});
