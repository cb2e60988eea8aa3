/** Command lines. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { valueKind } from "../../server/src/values/index.ts";
import { checkValues } from "../support/values.ts";

test("a program and its arguments, quoted and escaped as systemd has it", () => {
  checkValues("command-line", [
    ["", "[]"],
    [
      "/usr/bin/app --port 80 'a b' \"c d\" e\\x20f",
      '[{"path":"/usr/bin/app","argv":["/usr/bin/app","--port","80","a b","c d","e f"],"flags":[]}]',
    ],
    ["app", '[{"path":"app","argv":["app"],"flags":[]}]'],
    ["/bin//./a", '[{"path":"/bin/a","argv":["/bin//./a"],"flags":[]}]'],
    ["/usr/bin/%p %n 100%", '[{"path":"/usr/bin/app","argv":["/usr/bin/app","app.service","100%"],"flags":[]}]'],
    ["/bin/a $B $C $$D", '[{"path":"/bin/a","argv":["/bin/a","$B","$C","$$D"],"flags":[]}]'],
  ]);
});

test("several commands, prefixes and escaped semicolons", () => {
  checkValues("command-line", [
    [
      "-/bin/a ; @/bin/b own b \\; ';' ; :/bin/c $D",
      '[{"path":"/bin/a","argv":["/bin/a"],"flags":["ignore-failure"]},{"path":"/bin/b","argv":["own","b",";",";"],"flags":["own-argv0"]},{"path":"/bin/c","argv":["/bin/c","$D"],"flags":["no-variables"]}]',
    ],
    ["; /bin/a ;", '[{"path":"/bin/a","argv":["/bin/a"],"flags":[]}]'],
    ["+-/bin/a", '[{"path":"/bin/a","argv":["/bin/a"],"flags":["full-privileges","ignore-failure"]}]'],
    ["!/bin/a", '[{"path":"/bin/a","argv":["/bin/a"],"flags":["keep-user"]}]'],
    ["|echo $HOME", '[{"path":"/bin/sh","argv":["sh","echo","$HOME"],"flags":["via-shell"]}]'],
    ["@|", '[{"path":"/bin/sh","argv":["-sh"],"flags":["own-argv0","via-shell"]}]'],
  ]);
});

test("prefixes that do not go together, or twice", () => {
  checkValues("command-line", [
    ["+«!/bin/a»", "fatal: The prefix ! does not go with those before it"],
    ["-«-/bin/a»", "The prefix - stands here twice"],
    ["«!!»/bin/a", "notes: The prefix !! means nothing since systemd 258; leave it out"],
    ["«@/bin/a»", "fatal: Behind the prefix @ and the program a word for argv[0] is missing"],
    ["«@/bin/a» ; /bin/b", "fatal: Behind the prefix @ and the program a word for argv[0] is missing"],
    ["«-»", "The path of a program is missing"],
  ]);
});

test("the path of a program", () => {
  checkValues("command-line", [
    ["«bin/a»", "fatal: The path bin/a must start with a /, or be a plain name"],
    [
      "«~/a»",
      "fatal: systemd knows no ~ in paths: ~/a; write the whole path, as %h is the home folder of the manager's user",
    ],
    ["«$A/b»", "fatal: systemd resolves no variables in the path of a program: $A/b"],
    ["«A=/x» /bin/b", "fatal: A=/x is no program; systemd runs no shell, so variables are set with Environment="],
    ["«/usr/bin/a/»", "fatal: /usr/bin/a/ is a folder; name a program in it"],
    ["«/usr/bin/..»", "fatal: /usr/bin/.. is a folder; name a program in it"],
    ["/usr/bin/a«*»", "fatal: The path of a program must not contain the wildcard *"],
    ["'/bin/a«\"»b'", 'fatal: The path of a program must not contain the quote "'],
    ["/bin/a«\\n»b", "fatal: The path of a program must not contain control characters"],
    ["«''»", "fatal: The path of a program is missing"],
  ]);
});

test("with - a wrong command is dropped, and those before it stay", () => {
  checkValues("command-line", [
    ["-«bin/a»", "The path bin/a must start with a /, or be a plain name"],
    ["-/bin/a «%Z»", "There is no specifier %Z; write %%Z for a percent sign"],
    ["/bin/a ; -«b/c» d", "piece: The path b/c must start with a /, or be a plain name"],
    ["-/bin/a «'b»", "The quote ' is not closed"],
  ]);
});

test("specifiers that do not exist", () => {
  checkValues("command-line", [
    ["/bin/«%Z»", "fatal: There is no specifier %Z; write %%Z for a percent sign"],
    ["/bin/a «%Z»", "fatal: There is no specifier %Z; write %%Z for a percent sign"],
  ]);
});

test("unknown escapes stay, and quotes must be closed", () => {
  checkValues("command-line", [
    [
      "/bin/a «\\d»+ «\\.»",
      "notes: There is no escape \\d, so the backslash stays; write \\\\d for a backslash | notes: There is no escape \\., so the backslash stays; write \\\\. for a backslash",
    ],
    [
      "/bin/a««»\\q»",
      "notes: There is no escape \\q, so the backslash stays; write \\\\q for a backslash | fatal: The path of a program must not contain a backslash",
    ],
    ["/bin/a «'b»", "fatal: The quote ' is not closed"],
    ['«"/bin/a»', 'The quote " is not closed'],
    ["/bin/a ; «'b»", "piece: The quote ' is not closed"],
  ]);
});

test("shell syntax, where no shell can see it", () => {
  checkValues("command-line", [
    [
      "/bin/a «|» b",
      "silent: systemd runs no shell, so | is handed to /bin/a as an argument; write /bin/sh -c '…' around the whole command",
    ],
    [
      "«cd» /x && ls",
      "silent: cd is a command of shells, which systemd does not run; the folder of a service is set with WorkingDirectory=",
    ],
    [
      "/bin/a «>» /dev/null 2>&1",
      "silent: systemd runs no shell, so > is handed to /bin/a as an argument; leave it out, or write StandardOutput=null",
    ],
    [
      "/bin/a «&»",
      "silent: systemd runs no shell, so & is handed to /bin/a as an argument; leave it out, as systemd keeps services in the background itself",
    ],
    ["/bin/sh -c «a» && b", "silent: sh runs only a, the word behind -c; put the whole line in quotes"],
    ["«$A» b", "silent: systemd resolves no variables in the name of a program: $A"],
    ["«A=1» /bin/b", "silent: A=1 is no program; systemd runs no shell, so variables are set with Environment="],
  ]);
});

test("shell syntax that is none, or reaches a shell", () => {
  checkValues("command-line", [
    ["/bin/a & b", '[{"path":"/bin/a","argv":["/bin/a","&","b"],"flags":[]}]'],
    ["/bin/a '&&' b", '[{"path":"/bin/a","argv":["/bin/a","&&","b"],"flags":[]}]'],
    ["/bin/sh -c a b", '[{"path":"/bin/sh","argv":["/bin/sh","-c","a","b"],"flags":[]}]'],
    ["/usr/bin/env bash a | b", '[{"path":"/usr/bin/env","argv":["/usr/bin/env","bash","a","|","b"],"flags":[]}]'],
    ["/usr/bin/test a > b", '[{"path":"/usr/bin/test","argv":["/usr/bin/test","a",">","b"],"flags":[]}]'],
  ]);
});

test("releases before 258 know !! but not |, and take wildcards", () => {
  checkValues(
    "command-line",
    [
      ["!!/bin/a", '[{"path":"/bin/a","argv":["/bin/a"],"flags":["ambient"]}]'],
      ["«|/bin/a»", "fatal: The prefix | exists only since systemd 258"],
      ["/usr/bin/a*", '[{"path":"/usr/bin/a*","argv":["/usr/bin/a*"],"flags":[]}]'],
      ["«/bin/..»", "fatal: /bin/.. is a folder; name a program in it"],
    ],
    { version: 257 },
  );
});

test("252 took /bin/.. for a program", () => {
  checkValues(
    "command-line",
    [
      ["/bin/..", '[{"path":"/bin/..","argv":["/bin/.."],"flags":[]}]'],
      ["«/bin/»", "fatal: /bin/ is a folder; name a program in it"],
    ],
    { version: 252 },
  );
});

test("the parts of a command line", () => {
  const braced = ["$", "{B}"].join("");
  const text = `-/bin/%p $A x${braced} $$C ; :/bin/c $D`;
  const parts = valueKind("command-line")
    ?.parse(text, at)
    .parts.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
  assert.deepEqual(parts, [
    ["prefix", "-"],
    ["command", "/bin/%p"],
    ["specifier", "%p"],
    ["argument", "$A"],
    ["variable", "$A"],
    ["argument", `x${braced}`],
    ["variable", braced],
    ["argument", "$$C"],
    ["operator", ";"],
    ["prefix", ":"],
    ["command", "/bin/c"],
    ["argument", "$D"],
  ]);
});

const at = { version: 262, manager: "system", section: "Service", name: "ExecStart", type: "service" } as const;
