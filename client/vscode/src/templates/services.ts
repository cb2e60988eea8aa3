/** Templates that run a command: now and always, for an instance, for a user. */
import { confinement, ownAccount, unitSection, unitText } from "./sections.ts";
import { commandQuestion, nameQuestion, type Template } from "./template.ts";

/** A command that runs all the time. */
export const service: Template = {
  id: "service",
  label: "Service",
  detail: "A program that runs in the background, restarted when it fails",
  questions: [nameQuestion, commandQuestion],
  files: ({ name = "", command = "" }) => [
    {
      name: `${name}.service`,
      text: unitText(
        unitSection(name),
        longRunning(command),
        ownAccount(name),
        confinement,
        "[Install]\nWantedBy=multi-user.target",
      ),
    },
  ],
};

/** One file for many instances. */
export const instances: Template = {
  id: "instance",
  label: "Template of services",
  detail: "One file for many instances: NAME@.service, started as NAME@one.service, where %i is one",
  questions: [nameQuestion, { ...commandQuestion, value: ({ name = "" }) => `/usr/bin/${name} %i` }],
  files: ({ name = "", command = "" }) => [
    {
      name: `${name}@.service`,
      text: unitText(
        unitSection(`${name} for %i`),
        longRunning(command),
        `# An account that exists only while the instance runs; it may write to /var/lib/${name}/%i.\nDynamicUser=yes\nStateDirectory=${name}/%i`,
        confinement,
        "[Install]\nWantedBy=multi-user.target\n# The instance that `systemctl enable` takes when none is named.\nDefaultInstance=main",
      ),
    },
  ],
};

/** A service of a user's own manager. */
export const userService: Template = {
  id: "user-service",
  label: "User service",
  detail: "A program of a user's session, for ~/.config/systemd/user",
  questions: [
    nameQuestion,
    { ...commandQuestion, value: ({ name = "" }) => `%h/.local/bin/${name}`, problem: userCommand },
  ],
  files: ({ name = "", command = "" }) => [
    {
      name: `${name}.service`,
      text: unitText(
        unitSection(name),
        longRunning(command),
        "# What works without privileges; take out what it needs.\nNoNewPrivileges=yes\nRestrictRealtime=yes\nLockPersonality=yes\nSystemCallArchitectures=native",
        "# Starts with the user's first login; `loginctl enable-linger` has it start at boot.\n[Install]\nWantedBy=default.target",
      ),
    },
  ],
};

/** A folder of the home is fine here. */
function userCommand(answer: string): string | undefined {
  return commandQuestion.problem(answer.trim().replace(/^%h\//, "/"));
}

function longRunning(command: string): string {
  return `[Service]
# Counts as started once the program runs; Type=notify is for programs that tell by themselves when they are ready.
Type=exec
ExecStart=${command}
Restart=on-failure
RestartSec=5`;
}
