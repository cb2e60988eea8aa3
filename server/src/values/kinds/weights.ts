/**
 * Weights and shares of control groups; an empty one resets.
 * systemd: cg_weight_parse(), cg_cpu_weight_parse(), cg_cpu_shares_parse(), cg_blkio_weight_parse(), src/shared/cgroup-setup.c
 */
import type { ValueKind } from "../kind.ts";
import { type NumberRange, numberKind } from "../number.ts";

/** Weights of the unified control group hierarchy. */
export const weightRange: NumberRange = { noun: "a weight", least: 1n, most: 10_000n };

/** Weights of the legacy block I/O controller. */
export const blockWeightRange: NumberRange = { noun: "a block I/O weight", least: 10n, most: 1000n };

/** `idle` came with 252. */
const cpuWeightRange: NumberRange = { ...weightRange, words: [{ word: "idle", usual: ["idle", "0"] }] };

export const weights: readonly ValueKind[] = [
  numberKind("weight", "a weight from 1 to 10000", weightRange, true),
  {
    ...numberKind(
      "cpu-weight",
      "a weight from 1 to 10000, or idle",
      ({ version }) => (version < 252 ? weightRange : cpuWeightRange),
      true,
    ),
    words: ({ version }) => (version < 252 ? [] : ["idle"]),
  },
  numberKind(
    "cpu-shares",
    "CPU shares from 2 to 262144",
    { noun: "a number of CPU shares", least: 2n, most: 262_144n },
    true,
  ),
  numberKind("blockio-weight", "a weight from 10 to 1000", blockWeightRange, true),
];
