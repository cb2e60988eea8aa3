/** Links and files of several names: what is followed, and under which name a file is linted. */
import { checkDiscover, unit } from "../support/discover.ts";
import { link } from "../support/memory-host.ts";

checkDiscover(
  "a real file is linted once, under its own name rather than a link's",
  { "units/a.service": link("z.service"), "units/b.service": link("z.service"), "units/z.service": unit },
  ["units"],
  { files: ["units/z.service"] },
);

checkDiscover(
  "a link to a file elsewhere is followed once",
  { "units/b.service": link("../lib/a.txt"), "units/c.service": link("b.service"), "lib/a.txt": unit },
  ["units"],
  { files: ["units/b.service"] },
);

checkDiscover(
  "the plain path wins over a link that an earlier argument holds",
  {
    "first/a.service": link("../second/a.service"),
    "first/folder": link("../second/sub"),
    "second/a.service": unit,
    "second/sub/b.service": unit,
  },
  ["first", "second"],
  { files: ["second/a.service", "second/sub/b.service"] },
);

checkDiscover(
  "a named link wins over a file that was met",
  { "units/a.service": unit, "alias.service": link("units/a.service") },
  ["units", "alias.service"],
  { files: ["alias.service"] },
);

checkDiscover(
  "a file that is named twice is linted once",
  { "a.service": unit },
  ["a.service", "./a.service", "/here/a.service"],
  {
    files: ["a.service"],
  },
);

checkDiscover(
  "of two names for one file the one of a unit wins",
  { "store/x": unit, "a.service": link("store/x") },
  ["store/x", "a.service"],
  { files: ["a.service"] },
);

checkDiscover(
  "links to folders are followed, unless they lead to where the walk was",
  {
    "units/a.service": unit,
    "units/again": link("."),
    "units/more": link("../more"),
    "units/sub/up": link("../.."),
    "more/b.service": unit,
    "more/c": link("../units"),
  },
  ["units"],
  {
    files: ["units/a.service", "units/more/b.service"],
    skipped: ["units/again: link loop", "units/sub/up: link loop"],
  },
);

checkDiscover("a named link to a folder is walked", { "units/a.service": unit, now: link("units") }, ["now"], {
  files: ["now/a.service"],
});

checkDiscover(
  "a folder named by a link too is shown by its own path",
  { "units/a.service": unit, now: link("units") },
  ["now", "units"],
  {
    files: ["units/a.service"],
  },
);

checkDiscover(
  "a folder of drop-ins may be a link to a folder that is none",
  { "shared/10-a.conf": unit, "a.service.d": link("shared"), "b.service.d": link("shared") },
  ["."],
  { files: ["a.service.d/10-a.conf"] },
);

checkDiscover(
  "links that lead nowhere are skipped if they are named like units",
  {
    "units/a.service": unit,
    "units/b.service": link("gone"),
    "units/c.service": link("c.service"),
    "units/README": link("gone"),
  },
  ["units"],
  { files: ["units/a.service"], skipped: ["units/b.service: dangling link", "units/c.service: link loop"] },
);

checkDiscover(
  "masked units are fine, met or named, in a tree for another machine too",
  { "units/a.service": link("/dev/null"), "units/b.service": link("../../dev/null"), "units/c.service": unit },
  ["units", "units/a.service", "units/b.service"],
  { files: ["units/c.service"] },
);

// Content: what is named like a unit and is something else
