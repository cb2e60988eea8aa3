/** Hover over a section's header. */
import { isUnitType } from "../../catalog/unit-types.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import { type Texts, wordText } from "../../texts/texts.ts";
import type { HeaderTarget } from "../target.ts";
import { type Block, enumerate, say } from "./markup.ts";
import { paragraphs } from "./told.ts";

/** What a section is for, or why systemd passes it over. */
export function describeSection(
  { block: { role, section } }: HeaderTarget,
  file: UnitFile,
  texts: Texts,
): readonly Block[] {
  if (role === "vendor") return [say`${`[${section}]`}: systemd skips sections that start with ${"X-"}`];
  if (role === "unknown") return unknown(section, file);
  if (role !== "known") return [];
  const page = section === "Unit" || section === "Install" ? "systemd.unit" : `systemd.${section.toLowerCase()}`;
  const count = file.catalog.namesIn(section).length;
  return [
    say`${`[${section}]`}`,
    ...paragraphs(wordText(texts, "sections", section)),
    say`${[`${count} directives in systemd ${file.catalog.version}`]}. Manual: ${`${page}(5)`}`,
  ];
}

function unknown(section: string, { catalog, name }: UnitFile): readonly Block[] {
  const types = catalog.unitTypesWith(section);
  if (types.length === 0) return [say`${`[${section}]`}: systemd knows no such section and skips it`];
  const own = enumerate(catalog.sectionsOf(name.type).map(known => `[${known}]`));
  const owners = enumerate(types.filter(isUnitType).map(type => `.${type}`));
  return [say`${`[${section}]`} belongs to ${owners} units; systemd skips it here, where it reads ${own}`];
}
