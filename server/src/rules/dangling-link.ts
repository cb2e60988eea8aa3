/** A link in a folder of dependencies that leads to no unit. */
import { defineRule } from "../lint/rule.ts";
import { resolveTemplate } from "../model/dependencies/explicit.ts";
import { sectionPlace } from "../model/place.ts";
import { isMissing, isWhole } from "../model/unit-lookup.ts";

export const danglingLink = defineRule({
  id: "dangling-link",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A link among the dependencies of a unit leads to no unit",
  why: `systemctl enable makes links in folders such as multi-user.target.wants, and only systemctl disable takes them away. Where a unit
was removed without being disabled, its link stays behind: systemd tries to start a unit that is not there and says nothing, and some day a
new unit of that name is enabled by surprise.`,
  examples: [
    {
      name: "shop.target",
      bad: "[Unit]\nDescription=All of the shop\n",
      goodName: "cart.service",
      good: "[Service]\nExecStart=/usr/bin/cart\n",
      beside: { "shop.target.wants/cart.service": "-> ../cart.service\n" },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const place = unit.links.length === 0 ? undefined : sectionPlace(unit, "Unit");
      if (place === undefined) return;
      for (const { kind, name, extra } of unit.links) {
        const { path, link } = extra.entry;
        if (link === undefined || !isMissing(resolveTemplate(name, unit), set)) continue;
        if (!isWhole(set) && link.target.startsWith("/")) continue;
        report(place, {
          message: `${path} is a link to ${link.target}, and there is no ${name}; delete the link`,
          effect: `systemd says nothing${kind === "Wants" ? " and does without it" : ""}`,
          ...(kind === "Requires" && { systemd: "refuses", effect: "systemd does not start the unit" }),
        });
      }
    },
  },
});
