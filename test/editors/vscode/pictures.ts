/** Pictures of the window: whole ones to look at after a run, and parts of it for the README, where they are asked for. */
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "./browser.ts";

/** Takes pictures. */
export interface Pictures {
  readonly folder: string;
  /** Of the window, by a name. */
  whole(name: string): Promise<void>;
  /** Of the upper left part of its editors, for the README; does nothing unless `npm run screenshots` asks for it. */
  part(name: string, size: { readonly width: number; readonly height: number }): Promise<void>;
}

/** In the folder that `UNITLINT_PICTURES` names, else in `unitlint-pictures` among the temporary files. */
export function picturesIn(page: Page): Pictures {
  const folder = process.env.UNITLINT_PICTURES ?? join(tmpdir(), "unitlint-pictures");
  const parts = process.env.UNITLINT_README_PICTURES;
  for (const one of [folder, parts]) if (one !== undefined) mkdirSync(one, { recursive: true });
  return {
    folder,
    whole: async name => {
      await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w-]+/g, "-")}.png`) });
    },
    part: async (name, size) => {
      if (parts === undefined) return;
      const box = await page.locator(".part.editor").first().boundingBox();
      await page.screenshot({ path: join(parts, `${name}.png`), clip: { x: box?.x ?? 0, y: box?.y ?? 0, ...size } });
    },
  };
}
