/** The templates of new units: what they make is what a careful author would be happy with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { prefixProblem } from "../../client/vscode/src/names.ts";
import { templates } from "../../client/vscode/src/templates/index.ts";
import type { Answers, Template } from "../../client/vscode/src/templates/template.ts";
import { exposureReport } from "../../server/src/features/exposure-report.ts";
import { marked } from "../support/marked.ts";

/** The answers that the boxes hold at first, with a name. */
function usualAnswers({ questions }: Template): Answers {
  let answers: Answers = {};
  for (const { id, value, problem } of questions) {
    const answer = id === "name" ? "backup" : value(answers);
    assert.equal(problem(answer), undefined, `${id}: ${answer}`);
    answers = { ...answers, [id]: answer };
  }
  return answers;
}

function textOf(template: Template, answers: Answers): string {
  return template
    .files(answers)
    .map(({ name, text }) => `-- ${name} --\n${text}`)
    .join("");
}

for (const template of templates) {
  for (const version of [252, 257, 262]) {
    test(`${template.label}: no rule finds anything, systemd ${version}`, () => {
      const text = textOf(template, usualAnswers(template));
      const manager = template.id === "user-service" ? "/units/.config/systemd/user/" : "/units/";
      const placed = text.replaceAll(/^-- (\S+) --$/gm, `-- ${manager}$1 --`);
      const { snapshot } = marked(placed, {
        version,
        settings: { ruleSettings: { preset: "all", severities: new Map() } },
      });
      const findings = snapshot.files.flatMap(({ uri }) =>
        snapshot.findings(uri).map(({ rule, message }) => `${uri} ${rule}: ${message}`),
      );
      assert.deepEqual(findings, []);
      assert.ok(snapshot.files.every(({ unit }) => unit?.load === "loaded"));
    });
  }
}

test("system services are hardly exposed", () => {
  for (const template of templates.filter(({ id }) =>
    ["service", "timer", "socket", "path", "instance"].includes(id),
  )) {
    const { snapshot } = marked(textOf(template, usualAnswers(template)));
    const service = snapshot.files.find(({ name }) => name.type === "service");
    const report = exposureReport(snapshot, service?.uri ?? "");
    assert.ok(
      typeof report === "object" && report.score < 25,
      `${template.id}: ${JSON.stringify(report).slice(0, 60)}`,
    );
  }
});

test("every unit describes itself and says where documentation would stand", () => {
  for (const template of templates)
    for (const { text } of template.files(usualAnswers(template))) {
      assert.match(text, /^\[Unit\]\nDescription=\S/);
      assert.match(text, /\n#Documentation=/);
      assert.match(text, /[^\n]\n$/);
      assert.doesNotMatch(text, /undefined|\n\n\n/);
    }
});

test("ids and labels differ, and at least ten things can be made", () => {
  assert.equal(new Set(templates.map(({ id }) => id)).size, templates.length);
  assert.equal(new Set(templates.map(({ label }) => label)).size, templates.length);
  assert.ok(templates.length >= 10);
});

test("answers that systemd would not take are refused before anything is made", () => {
  const problem = (id: string, question: string, answer: string) =>
    templates
      .find(template => template.id === id)
      ?.questions.find(({ id }) => id === question)
      ?.problem(answer);
  assert.match(String(problem("service", "command", "bin/app")), /absolute/);
  assert.match(String(problem("service", "command", "./app")), /absolute/);
  assert.match(String(problem("service", "command", "/bin/a | /bin/b")), /no shell/);
  assert.match(String(problem("service", "command", "  ")), /Something/);
  assert.equal(problem("service", "command", "app --now"), undefined);
  assert.equal(problem("service", "command", "-/bin/app"), undefined);
  assert.equal(problem("user-service", "command", "%h/bin/app"), undefined);
  assert.match(String(problem("mount", "where", "/")), /root/);
  assert.match(String(problem("mount", "where", "srv")), /starts with/);
  assert.match(String(problem("path", "watched", "/a/../b")), /\.\./);
  assert.match(String(problem("slice", "name", "a--b")), /dash/);
  assert.equal(problem("slice", "name", "a-b"), undefined);
});

test("names of units", () => {
  assert.equal(prefixProblem("backup-db_2.x"), undefined);
  assert.match(String(prefixProblem("")), /needs a name/);
  assert.match(String(prefixProblem("a b")), /no blanks/);
  assert.match(String(prefixProblem("a/b")), /no slashes/);
  assert.match(String(prefixProblem("a@b")), /by itself/);
  assert.match(String(prefixProblem("ä")), /no ä/);
  assert.match(String(prefixProblem("app.service")), /Leave out \.service/);
});

test("mounts are named after their path", () => {
  const mount = templates.find(({ id }) => id === "mount");
  const name = (where: string) => mount?.files({ where, what: "/dev/a", type: "ext4" })[0]?.name;
  assert.equal(name("/srv/data"), "srv-data.mount");
  assert.equal(name("/srv//my-data/ü/.x/"), "srv-my\\x2ddata-\\xc3\\xbc-\\x2ex.mount");
});
