/** The comparison of values with systemd-analyze: samples, mutations, units, and matching by line. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { everKnown, knownVersions } from "../../server/src/catalog/catalog.ts";
import { type Complaint, readComplaint } from "../../server/scripts/oracle/complaints.ts";
