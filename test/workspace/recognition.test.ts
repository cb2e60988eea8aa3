/** Which files in a walk are unit files, by name and content. */
import { checkDiscover, unit } from "../support/discover.ts";

checkDiscover(
  "files that are clearly something else are passed by",
  {
    "avahi/http.service": `<?xml version="1.0"?>\n<service-group/>\n`,
    "firewalld/a.service": "\ufeff\n<!-- x -->\n<service/>\n",
    "dbus-1/services/org.example.App.service": "[D-BUS Service]\nName=org.example.App\n",
    "data/org.example.B.service.in": "\n# x\n[D-BUS Service]\nExec=@bindir@/b\n",
    "kde/c.service": "[Desktop Entry]\nType=Service\n",
    "eclipse/d.target": "<target name='x'/>\n",
    "ts/e.path": `{ "paths": ["."] }\n`,
    "sh/f.swap": "#!/bin/sh\nx=1\n",
    "bin/g.slice": new Uint8Array(100),
    "h.service": unit,
  },
  ["."],
  { files: ["h.service"], skipped: ["bin/g.slice: binary"] },
);

checkDiscover(
  "in doubt it is a unit file",
  {
    "a.service": "",
    "b.service": "hello\n",
    "c.service": "ExecStart=/bin/a\n",
    "d.service": "[Servcie]\n",
    "e.service": `# <x>\n${unit}`,
    "f.service": `#!/usr/bin/env systemd\n${unit}`,
    "g.service": "<%= header %>\n[X]\n",
    "h.service": "{{ header }}\n",
    "i.service": new Uint8Array([0xff, 0xfe, 0x5b, 0, 0x55, 0]),
    "j.service": "[Service]\n# Gr\u00f6\u00dfe \0\n",
    "k.service": `${"\n".repeat(3000)}!`,
  },
  ["."],
  { files: [..."abcdefghijk"].map(letter => `${letter}.service`) },
);

checkDiscover(
  "a folder with nothing but D-Bus services has no unit files",
  { "dbus-1/a.service": "[D-BUS Service]\n" },
  ["dbus-1"],
  {
    errors: ["dbus-1: no unit files in this folder"],
  },
);

// Other kinds of systemd files

checkDiscover(
  "files of systemd that are no unit files yet are skipped",
  {
    "systemd/a.service": unit,
    "systemd/network/10-a.network": "[Match]\nName=*\n",
    "systemd/network/10-a.network.d/b.conf": "[DHCPv4]\n",
    "systemd/network/b.netdev": "[NetDev]\n",
    "systemd/network/c.link": "# x\n[Match]\n",
    "containers/d.container": "[Container]\r\nImage=x\r\n",
    "containers/d.container.d/e.conf": "[Container]\n",
    "containers/f.build": "[Build]\n",
    "system-preset/90-a.preset": "",
    "presets/b.preset": "# x\nenable a.service\n",
    "sysusers.d/a.conf": "u app\n",
    "tmpfiles.d/a.conf": "",
    "repart.d/a.conf": "[Partition]\n",
    "systemd/journald.conf": "[Journal]\n",
    "systemd/logind.conf.d/a.conf": "[Login]\n",
  },
  ["."],
  {
    files: ["systemd/a.service"],
    skipped: [
      "containers/d.container: unsupported",
      "containers/d.container.d/e.conf: unsupported",
      "containers/f.build: unsupported",
      "presets/b.preset: unsupported",
      "repart.d/a.conf: unsupported",
      "system-preset/90-a.preset: unsupported",
      "systemd/journald.conf: unsupported",
      "systemd/logind.conf.d/a.conf: unsupported",
      "systemd/network/10-a.network: unsupported",
      "systemd/network/10-a.network.d/b.conf: unsupported",
      "systemd/network/b.netdev: unsupported",
      "systemd/network/c.link: unsupported",
      "sysusers.d/a.conf: unsupported",
      "tmpfiles.d/a.conf: unsupported",
    ],
  },
);

checkDiscover(
  "unrelated files with such names are no concern of ours",
  {
    "a.service": unit,
    "meson.build": "project('x')\nsources = [\n  [Build]\n]\n",
    "disk.image": new Uint8Array(20e6),
    "Module.pod": "=head1 NAME\n",
    "a.link": "https://example.org\n",
    "sound.preset": "gain 3\n",
    "nginx/conf.d/a.conf": "server {}\n",
    "app/system.conf": "[Journal]\n",
    "app/user.conf.d/a.conf": "[Manager]\n",
  },
  ["."],
  { files: ["a.service"] },
);
