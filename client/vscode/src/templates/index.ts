/** All templates, the most wanted first. */
import { path, socket, timer } from "./activated.ts";
import { automount, mount, slice, target } from "./resources.ts";
import { instances, service, userService } from "./services.ts";
import type { Template } from "./template.ts";

export const templates: readonly Template[] = [
  service,
  timer,
  socket,
  path,
  instances,
  userService,
  mount,
  automount,
  target,
  slice,
];
