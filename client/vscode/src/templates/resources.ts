/** Templates of units that run nothing: mounts, targets, slices. */
import { escapePath } from "../names.ts";
import { unitSection, unitText } from "./sections.ts";
import { lineQuestion, nameQuestion, pathProblem, type Template } from "./template.ts";

const mountQuestions = [
  lineQuestion(
    "where",
    "Where to mount it: an absolute path, which also gives the unit its name",
    "/srv/data",
    whereProblem,
  ),
  lineQuestion("what", "What to mount: a device, an address, a label", "/dev/disk/by-label/data"),
  lineQuestion("type", "Type of the file system", "ext4"),
];

/** A file system. */
export const mount: Template = {
  id: "mount",
  label: "Mount",
  detail: "A file system that is mounted at boot; systemd wants the unit named after the path",
  questions: mountQuestions,
  files: ({ where = "", what = "", type = "" }) => {
    const name = escapePath(where);
    const install = `[Install]\nWantedBy=${isNetwork(type) ? "remote-fs.target" : "local-fs.target"}`;
    return [
      {
        name: `${name}.mount`,
        text: unitText(unitSection(`Files at ${where}`), mountSection(where, what, type), install),
      },
    ];
  },
};

/** The same, once somebody looks. */
export const automount: Template = {
  id: "automount",
  label: "Automount and mount",
  detail: "A file system that is mounted when somebody first looks at it",
  questions: mountQuestions,
  files: ({ where = "", what = "", type = "" }) => {
    const name = escapePath(where);
    return [
      {
        name: `${name}.automount`,
        text: unitText(
          unitSection(`Files at ${where}, once they are wanted`),
          `[Automount]\nWhere=${where}\n# Unmounts when nobody has looked for so long.\nTimeoutIdleSec=10min`,
          `[Install]\nWantedBy=${isNetwork(type) ? "remote-fs.target" : "local-fs.target"}`,
        ),
      },
      { name: `${name}.mount`, text: unitText(unitSection(`Files at ${where}`), mountSection(where, what, type)) },
    ];
  },
};

/** Several units under one name. */
export const target: Template = {
  id: "target",
  label: "Target",
  detail: "A name for several units that are started together",
  questions: [nameQuestion],
  files: ({ name = "" }) => [
    {
      name: `${name}.target`,
      text: unitText(
        unitSection(name, "# Units join by WantedBy= of their own, or are listed here.", `#Wants=example.service`),
        "[Install]\nWantedBy=multi-user.target",
      ),
    },
  ],
};

/** A share of the machine. */
export const slice: Template = {
  id: "slice",
  label: "Slice",
  detail: "A share of the machine for several services, which say Slice=NAME.slice",
  questions: [{ ...nameQuestion, title: "Name of the slice; a-b lies in a", problem: sliceProblem }],
  files: ({ name = "" }) => [
    {
      name: `${name}.slice`,
      text: unitText(
        unitSection(`Limits of ${name}`),
        "[Slice]\n# Two processors at most, and half as much as others when all are busy.\nCPUQuota=200%\nCPUWeight=50\n# Slows down at the first, kills at the second.\nMemoryHigh=1G\nMemoryMax=2G\nTasksMax=500",
      ),
    },
  ],
};

function mountSection(where: string, what: string, type: string): string {
  return `[Mount]\nWhat=${what}\nWhere=${where}\nType=${type}`;
}

function isNetwork(type: string): boolean {
  return /^(nfs4?|cifs|smb3?|ceph|glusterfs|9p|fuse\.sshfs)$/.test(type);
}

function whereProblem(answer: string): string | undefined {
  return pathProblem(answer) ?? (/^\/+$/.test(answer) ? "The root file system is mounted already" : undefined);
}

function sliceProblem(answer: string): string | undefined {
  const isOdd = answer.startsWith("-") || answer.endsWith("-") || answer.includes("--");
  return nameQuestion.problem(answer) ?? (isOdd ? "Each dash of a slice's name stands between two names" : undefined);
}
