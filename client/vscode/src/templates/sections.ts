/** Pieces that several templates share. */

/** A description, and where to read on. */
export function unitSection(description: string, ...lines: readonly string[]): string {
  return [
    "[Unit]",
    `Description=${description}`,
    "# Where people find out more; there may be several.",
    ...documentation,
    ...lines,
  ].join("\n");
}

const documentation = ["#Documentation=https://example.com/docs man:example(8)"];

/** What hardly any service needs to do, so that it may not; with the reason of each group. */
export const confinement = `# What the service may not do; take out what it needs.
NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
SystemCallArchitectures=native
SystemCallFilter=@system-service`;

/** An account and a folder of its own. */
export function ownAccount(name: string): string {
  return `# An account that exists only while the service runs; it may write to /var/lib/${name}.
DynamicUser=yes
StateDirectory=${name}`;
}

/** Parts with a blank line between them, and a line end at the end. */
export function unitText(...parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
