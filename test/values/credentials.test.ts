/** Credentials, and files that are opened for a service. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("where a credential comes from", () => {
  checkValues("credential-source", [
    ["", ""],
    ["key", '{"name":"key","source":"key"}'],
    ["key:/etc/key", '{"name":"key","source":"/etc/key"}'],
    ["key:other", '{"name":"key","source":"other"}'],
    ["%n:/x", '{"name":"app.service","source":"/x"}'],
  ]);
});

test("names and paths that are none", () => {
  checkValues("credential-source", [
    ["«a/b»", "a/b is no name of a credential: it must be able to name a file of up to 255 bytes"],
    ["«.»", ". is no name of a credential: it must be able to name a file of up to 255 bytes"],
    ["k «é»", "The name of the credential k é may hold only ASCII letters, without : and /"],
    ["«»:/x", "The name of the credential is missing"],
    ["key:«etc/x»", "etc/x is neither an absolute path nor the name of a credential"],
    ["key:/etc«//»x", "The path /etc//x must not contain //"],
    ["key:/etc/«..»/x", "The path /etc/../x must not contain .."],
    ["key:«%Z»", "There is no specifier %Z; write %%Z for a percent sign"],
  ]);
});

test("the text of a credential", () => {
  checkValues(
    "credential-text",
    [
      ["", ""],
      ["key:a\\nb\\x00", '{"name":"key"}'],
      ["«key»", "SetCredential= needs a name, a colon and what the credential holds"],
      ["«key:»", "SetCredential= needs a name, a colon and what the credential holds"],
      ["key:«\\q»", "There is no escape \\q; write \\\\ for a backslash"],
      ["«a/b»:c", "a/b is no name of a credential: it must be able to name a file of up to 255 bytes"],
      ["key:a«\\»", "There is no escape \\; write \\\\ for a backslash"],
    ],
    { name: "SetCredential" },
  );
});

test("the data of a credential", () => {
  checkValues(
    "credential-data",
    [
      ["key:QU JD", '{"name":"key"}'],
      ["key:QUI=", '{"name":"key"}'],
      ["key:«QUJ»", "The base64 must be filled up with = at its end"],
      ["key:QUJ«!»", "! is no letter of base64"],
      ["key:Q===«Q»Q", "Nothing may stand behind the = that end base64"],
    ],
    { name: "SetCredentialEncrypted" },
  );
});

test("patterns of credentials", () => {
  checkValues("credential-glob", [
    ["", ""],
    ["a", '{"glob":"a"}'],
    ["a.*", '{"glob":"a.*"}'],
    ["*", '{"glob":"*"}'],
    ["a.*:b.", '{"glob":"a.*","rename":"b."}'],
    ["a«*»b", "Only one * at the end may be in a pattern: a*b"],
    ["a«?»", "Only one * at the end may be in a pattern: a?"],
  ]);
});

test("new names for credentials came with 257", () => {
  checkValues("credential-glob", [["a.*«:b.»", "A new name behind a colon is known from systemd 257 on"]], {
    version: 256,
  });
});

test("opened files", () => {
  checkValues("open-file", [
    ["", ""],
    ["/etc/a", '{"path":"/etc/a","name":"a","options":[]}'],
    ["/etc/a:name", '{"path":"/etc/a","name":"name","options":[]}'],
    ["/etc/a:name:read-only,graceful", '{"path":"/etc/a","name":"name","options":["read-only","graceful"]}'],
    ["/etc/a::append", '{"path":"/etc/a","name":"a","options":["append"]}'],
  ]);
});

test("files that cannot be opened", () => {
  checkValues("open-file", [
    ["«a»", "The path a must be absolute: it starts with no /"],
    ["«%t/a»", "%t/a is no absolute path: specifiers are not replaced here"],
    ["«/»", "/ is a folder; name a file in it"],
    ["/etc/a:n:«ro»", "ro is no option; write read-only, append, truncate or graceful"],
    ["/etc/a:n:«appent»", "appent is no option; write read-only, append, truncate or graceful"],
    ["/etc/a:n:append,«truncate»", "append and truncate exclude each other"],
    ["/etc/a:n:append,«append»", "The option append stands here twice"],
    ["/etc/a:n:append:«x»", "After the options no further field may follow"],
    ["«/etc/é»", "é cannot name a file descriptor; write another name behind a colon"],
    ["/etc/a:«é»", "é is not allowed in the name of a file descriptor: it is ASCII without colons"],
  ]);
});
