/** What systemd says of a value only because of the host on which it runs. */

const patterns: readonly RegExp[] = [
  // Kernels without BPF, and containers that hide it.
  /configures an IP firewall|BPF firewalling|does not support BPF/,
];

/** Whether a message is about the host rather than about the value. */
export function dependsOnHost(message: string): boolean {
  return patterns.some(pattern => pattern.test(message));
}
