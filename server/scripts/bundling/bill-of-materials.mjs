/** The bill of materials of a package of ours, in CycloneDX: what is really in it, as the bundler tells it. */
import { createHash } from "node:crypto";

/** The text of it; `packed` are the bytes that it is about, and decide its serial number. */
export function billOfMaterials({ name, publisher, version, license, description }, packages, packed) {
  const sha256 = createHash("sha256").update(packed).digest("hex");
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(sha256)}`,
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": publisher === undefined ? `${name}@${version}` : `${publisher}.${name}@${version}`,
        ...(publisher !== undefined && { publisher }),
        name,
        version,
        description,
        hashes: [{ alg: "SHA-256", content: sha256 }],
        licenses: [{ license: { id: license } }],
      },
    },
    components: packages.map(component),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component({ name, version, licence, url, sha256 }) {
  const purl = `pkg:${url === undefined ? "npm" : "generic"}/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    ...(sha256 !== undefined && { hashes: [{ alg: "SHA-256", content: sha256 }] }),
    licenses: [licenceOf(licence)],
    purl,
    ...(url !== undefined && { externalReferences: [{ type: "source-distribution", url }] }),
  };
}

/** An identifier of SPDX, a combination of them, or a name. */
function licenceOf(licence) {
  if (/ (?:OR|AND|WITH) /.test(licence)) return { expression: licence };
  return { license: /^[A-Za-z0-9.+-]+$/.test(licence) ? { id: licence } : { name: licence } };
}

function uuidOf(hash) {
  const digits = `${hash.slice(0, 12)}8${hash.slice(13, 16)}a${hash.slice(17, 32)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
