/** Completion of what lies on the disk: programs, paths, accounts, manuals; and of commands with their variables. */
import { test } from "node:test";
import { checkChosen, checkDetail, checkMissing, checkOffered } from "../support/completions.ts";
import type { MarkedOptions } from "../support/marked.ts";
import { link } from "../support/memory-host.ts";

const disk: MarkedOptions["disk"] = {
  "/usr/bin/app": "",
  "/usr/bin/apply": "",
  "/usr/bin/with blank": "",
  "/usr/sbin/nginx": "",
  "/usr/share/man/man8/nginx.8.gz": "",
  "/bin": link("usr/bin"),
  "/etc/app/main.conf": "",
  "/etc/app/.hidden": "",
  "/etc/default/app": "# settings\nPORT=80\n  NAME = app\n",
  "/etc/passwd": "root:x:0:0:root:/root:/bin/sh\njoe:x:1000:1000:Joe,,,:/home/joe:/bin/sh\nwww-data:x:33:33:web:/:/x\n",
  "/etc/group": "root:x:0:\njoe:x:1000:\nadm:x:4:joe\n",
};

test("prefixes, then programs", () => {
  checkOffered("[Service]\nExecStart=<|>", "/bin/ /dev/ /etc/ /here/ /units/ /usr/ - @ : + ! |", { disk });
  checkOffered("[Service]\nExecStart=-<|>", "/bin/ /dev/ /etc/ /here/ /units/ /usr/ @ : + !", { disk, version: 252 });
  checkOffered("[Service]\nExecStart=!<|>", "/bin/ /dev/ /etc/ /here/ /units/ /usr/ - @ : !", { disk, version: 252 });
  checkDetail("[Service]\nExecStart=<|>", "-", "failure does not count", { disk });
  checkChosen("[Service]\nExecStart=<|>/bin/app", "-", "[Service]\nExecStart=-<|>/bin/app", { disk });
  checkOffered("[Service]\nExecStart=-/usr/bin/ap<|>", "app apply", { disk });
  checkChosen("[Service]\nExecStart=-/usr/bin/ap<|> -x", "apply", "[Service]\nExecStart=-/usr/bin/apply<|> -x", {
    disk,
  });
  checkChosen("[Service]\nExecStart=@/us<|>r/bin/app", "usr/", "[Service]\nExecStart=@/usr/<|>", { disk });
  checkChosen("[Service]\nExecStart=ngi<|>", "nginx", "[Service]\nExecStart=/usr/sbin/nginx<|>", { disk });
  checkOffered("[Service]\nExecStart=/a ; -/bin/ap<|>", "app apply", { disk });
  checkOffered("[Service]\nExecStart=nignx<|>", "", { disk });
});

test("paths in arguments, but no list behind each blank", () => {
  checkOffered("[Service]\nExecStart=/bin/app --config=/etc/app/<|>", "main.conf", { disk });
  checkOffered("[Service]\nExecStart=/bin/app '/etc/app/<|>'", "main.conf", { disk });
  checkOffered("[Service]\nExecStart=/bin/app --config<|>", "", { disk });
  checkOffered("[Service]\nExecStart=/bin/app <|>", "", { disk, asking: { trigger: " " } });
});

test("variables of the unit, of its files, of systemd", () => {
  const set = "[Service]\nEnvironment=FOO=1\nEnvironmentFile=-/etc/default/app\n";
  checkOffered(`${set}ExecReload=/bin/kill -HUP $<|>`, "$FOO $PORT $NAME $MAINPID $MAINPIDFDID …", { disk });
  checkDetail(`${set}ExecReload=/bin/kill -HUP $<|>`, "$MAINPID", "the main process, where it is known", { disk });
  checkMissing(`${set}ExecStart=/bin/x $<|>`, "$MAINPID $EXIT_STATUS", { disk });
  checkOffered(`${set}ExecStopPost=/bin/x $EXIT_S<|>`, "$EXIT_STATUS …");
  checkChosen(`${set}ExecStart=/bin/x --port=$PO<|>`, "${PORT}", `${set}ExecStart=/bin/x --port=\${PORT}<|>`, { disk });
  checkChosen(`${set}ExecStart=/bin/x \${PO<|>}`, "${PORT}", `${set}ExecStart=/bin/x \${PORT}<|>`, { disk });
  checkChosen(`${set}ExecStart=/bin/x $PO<|> y`, "$PORT", `${set}ExecStart=/bin/x $PORT<|> y`, { disk });
  checkOffered("[Service]\nExecStart=:/bin/x $<|>", "");
  checkOffered("[Service]\nExecStart=/bin/x $$<|>", "");
  checkOffered("[Service]\nStateDirectory=app\nExecStart=/bin/x ${STATE<|>", "${STATE_DIRECTORY}");
  checkOffered(`${set}UnsetEnvironment=<|>`, "FOO PORT NAME …", { disk });
  checkOffered(`-- app.service.d/x.conf --\n[Service]\nExecStart=/x $F<|>\n-- app.service --\n${set}`, "$FOO …");
});

test("users and groups, the system's first", () => {
  checkOffered("[Service]\nUser=<|>", "root www-data joe", { disk });
  checkDetail("[Service]\nUser=<|>", "joe", "UID 1000, Joe", { disk });
  checkOffered("[Service]\nGroup=a<|>", "adm", { disk });
  checkOffered("[Service]\nSupplementaryGroups=adm <|>", "root joe", { disk });
  checkOffered("[Unit]\nConditionUser=!<|>", "root www-data joe @system", { disk });
  checkOffered("[Service]\nUser=<|>", "");
});

test("accounts and paths come from the root that is set", () => {
  const rooted: MarkedOptions = {
    disk: { ...disk, "/image/etc/passwd": "app:x:900:900::/:/x\n", "/image/srv/data/": "", "/image/lnk": link("/srv") },
    settings: { roots: ["/image"] },
  };
  checkOffered("[Service]\nUser=<|>", "app", rooted);
  checkOffered("[Service]\nWorkingDirectory=/<|>", "etc/ lnk/ srv/", rooted);
  checkOffered("[Service]\nWorkingDirectory=/lnk/<|>", "data/", rooted);
});

test("paths of the tree that the unit lies in come before those of the host", () => {
  const text = "-- /units/image/usr/lib/systemd/system/x.service --\n[Service]\nExecStart=/opt/<|>";
  checkOffered(text, "tool", { disk: { "/units/image/opt/tool": "" } });
});

test("paths by kind", () => {
  checkOffered("[Service]\nWorkingDirectory=-/etc/<|>", "app/ default/", { disk });
  checkOffered("[Service]\nWorkingDirectory=<|>", "~ /bin/ /dev/ /etc/ /here/ /units/ /usr/", { disk });
  checkOffered("[Service]\nReadWritePaths=/usr -+/etc/ap<|>", "app/", { disk });
  checkOffered("[Service]\nBindPaths=/a:/etc/ap<|>", "app/", { disk });
  checkOffered("[Service]\nEnvironmentFile=-/etc/app/<|>", "main.conf", { disk });
  checkOffered("[Service]\nEnvironmentFile=-/etc/app/.<|>", ".hidden main.conf", { disk });
  checkOffered("[Service]\nStandardOutput=file:/etc/app/<|>", "main.conf", { disk });
  checkOffered("[Unit]\nConditionPathExists=!/etc/app/<|>", "main.conf", { disk });
  checkOffered("[Unit]\nDocumentation=file:/etc/app/<|>", "main.conf", { disk });
  checkOffered("[Service]\nExecStart=/usr/bin/w<|>", "", { disk });
  checkOffered("[Service]\nReadWritePaths=%h/<|>", "", { disk });
});

test("pages of the manual", () => {
  checkOffered("[Unit]\nDocumentation=<|>", "http:// https:// file:/ info: man:");
  checkOffered("[Unit]\nDocumentation=man:systemd.ti<|>", "systemd.time(7) systemd.timer(5) …");
  checkChosen("[Unit]\nDocumentation=man:ngi<|>", "nginx(8)", "[Unit]\nDocumentation=man:nginx(8)<|>", { disk });
  checkOffered("[Unit]\nDocumentation=https://a.example/ man:systemd.exe<|>", "systemd.exec(5)");
});
