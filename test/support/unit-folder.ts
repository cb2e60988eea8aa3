/** Units written down as one text, for the tests of what looks at many of them. */
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { openUnitSet, type UnitSet } from "../../server/src/model/unit-set.ts";
import { virtualFolder } from "../../server/src/model/virtual-folder.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";

/** The units of a folder `units`: each file stands below a line `-- app.service --`; one that says `-> TARGET` is a link. */
export function unitsOf(text: string): UnitSet {
  const pieces = text.split(/^-- (\S+) --\n/m).slice(1);
  const files = pieces.flatMap((path, i) =>
    i % 2 === 0 ? [[path, new SourceFile(`units/${path}`, pieces[i + 1] ?? "")] as const] : [],
  );
  return openUnitSet([virtualFolder("units", "given", files)], "system", catalogAt(262));
}
