/** The table of advice: all assessments are reached, and each objection is raised where it should be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { hardenings, unadvised } from "../../server/src/exposure/advice/index.ts";
import { exposureRows } from "../../server/src/exposure/table.ts";
import { checkObjections } from "../support/advice.ts";

test("every assessment has a row that improves it, or nobody can advise on it", () => {
  const reached = new Set([...hardenings.flatMap(({ improves }) => improves), ...unadvised]);
  assert.deepEqual(
    [...reached].sort(),
    exposureRows()
      .map(({ field }) => field)
      .sort(),
  );
});

test("rows write directives that the newest systemd knows", () => {
  const names = hardenings.flatMap(({ lines }) => lines.map(({ name }) => name));
  assert.deepEqual(
    names.filter(name => catalogAt(262).directive("Service", name) === undefined),
    [],
  );
});

test("rows speak in short sentences", () => {
  const sentences = hardenings.flatMap(({ forbids, breaks }) => [forbids, breaks]);
  assert.deepEqual(
    sentences.filter(sentence => !/^[A-Z].{10,98}[^.]$/.test(sentence)),
    [],
  );
});

const app = "[Service]\nUser=app\nExecStart=/usr/bin/app";

checkObjections("NoNewPrivileges=yes", [
  [app],
  ["[Service]\nExecStart=/usr/bin/app"],
  [`${app}\nExecStartPre=/usr/bin/sudo -n true`, /sudo gains privileges|sudo opens sessions/],
  [`${app}\nSELinuxContext=system_u:system_r:app_t:s0`, /SELinuxContext= changes the label/],
  [`${app}\nPAMName=login`, /PAMName= opens a session/],
  [`${app}\nNoNewPrivileges=no`, /the unit says NoNewPrivileges=no/],
  ["[Service]\nExecStart=/bin/sh -c 'exec app'", /sh may run anything/],
  ["[Service]\nExecStart=/usr/local/bin/start.sh", /start\.sh is a script/],
  ["[Service]\nType=oneshot\nExecStart=/usr/bin/app", /a task that root does once/],
  [`${app}\nExecStartPre=+/bin/sh -c 'touch /run/x'`],
  ["[Unit]\nDescription=Nagios checks\n[Service]\nUser=app\nExecStart=/usr/bin/app", /description says "nagios"/],
]);

checkObjections("ProtectHome=yes", [
  [app],
  ["[Service]\nExecStart=/usr/bin/app", /root and may read home folders/],
  [`${app}\nWorkingDirectory=/home/app/site`, /names \/home\/app\/site/],
  [`${app} --config %h/.app`, /names the home folder/],
  [`${app}\nInaccessiblePaths=/home`],
  ["[Service]\nUser=jane\nExecStart=/usr/bin/app", /jane may have its home below \/home/],
  ["[Service]\nUser=www-data\nExecStart=/usr/sbin/nginx", /nginx works in home folders/],
  ["[Service]\nDynamicUser=yes\nExecStart=/usr/bin/app"],
]);

checkObjections("ProtectSystem=strict", [
  [`${app}\nStateDirectory=app`],
  [app, /nothing tells where it writes/],
  [`${app} /var/spool/app\nStateDirectory=app`, /names \/var\/spool\/app/],
  [`${app} /var/lib/app/db\nStateDirectory=app`],
  [`${app}\nPIDFile=/run/app.pid`, /names \/run\/app\.pid/],
]);

checkObjections("ProtectSystem=full", [
  [app],
  ["[Service]\nExecStart=/usr/bin/app", /root and may save settings in \/etc/],
  [`${app} && apt-get update`, /apt-get/],
]);

checkObjections("PrivateTmp=yes", [
  [app],
  [`${app} --socket /tmp/app.sock`, /names \/tmp\/app\.sock/],
  [`${app}\nEnvironment=DISPLAY=:0`, /X server/],
  ["[Unit]\nJoinsNamespaceOf=b.service\n[Service]\nUser=app\nExecStart=/usr/bin/app", /JoinsNamespaceOf=/],
  [`${app}\nMountFlags=shared`, /MountFlags=shared/],
]);

checkObjections("PrivateDevices=yes", [
  [app],
  ["[Service]\nExecStart=/usr/bin/app", /root and may use any device/],
  [`${app} /dev/ttyUSB0`, /names \/dev\/ttyUSB0/],
  [`${app}\nStandardOutput=null\nStandardInput=tty`, /StandardInput= connects it to a terminal/],
  [`${app} < /dev/null`],
  [`${app}\nDeviceAllow=/dev/fuse rw`, /DeviceAllow=\/dev\/fuse/],
  [`${app}\nSupplementaryGroups=video`, /group video/],
  ["[Unit]\nBindsTo=dev-sdb.device\n[Service]\nUser=app\nExecStart=/usr/bin/app", /tied to dev-sdb\.device/],
]);

checkObjections("PrivateNetwork=yes", [
  [app],
  [`${app} --listen :8080`, /--listen|:8080/],
  [`${app} http://example.com/`, /http:/],
  [
    "[Unit]\nAfter=network-online.target\n[Service]\nUser=app\nExecStart=/usr/bin/app",
    /tied to network-online\.target/,
  ],
  [`${app}\nSockets=socketed.socket`, /socketed\.socket hands it connections/],
  ["[Service]\nExecStart=/usr/sbin/unbound", /unbound works over the network/],
]);

checkObjections("RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK", [
  [app],
  ["[Service]\nExecStart=/usr/sbin/tcpdump -i eth0", /tcpdump uses raw packets/],
  [`${app}\nAmbientCapabilities=CAP_NET_RAW`, /AmbientCapabilities= lets it handle packets/],
]);

checkObjections("MemoryDenyWriteExecute=yes", [
  [app],
  ["[Service]\nUser=app\nExecStart=/usr/bin/java -jar app.jar", /java writes the code/],
  ["[Service]\nUser=app\nExecStart=/usr/bin/python3.11 /srv/app/main.py", /python/],
]);

checkObjections("CapabilityBoundingSet=~CAP_NET_BIND_SERVICE CAP_NET_BROADCAST CAP_NET_RAW", [
  [app],
  ["[Service]\nExecStart=/usr/bin/app", /open a port below 1024/],
  [`${app} --port 443`, /port 443/],
  [`${app}\nAmbientCapabilities=CAP_NET_BIND_SERVICE`, /gives it CAP_NET_BIND_SERVICE/],
]);

checkObjections("CapabilityBoundingSet=~CAP_SYS_TIME", [
  ["[Service]\nExecStart=/usr/bin/app"],
  ["[Service]\nExecStart=/usr/sbin/chronyd -F 1", /chronyd sets the clock/],
]);

checkObjections("ProtectKernelModules=yes", [
  ["[Service]\nExecStart=/usr/bin/app"],
  ["[Service]\nExecStart=/usr/bin/app\nExecStartPre=-/sbin/modprobe fuse", /modprobe loads kernel modules/],
]);

checkObjections("ProtectKernelTunables=yes", [
  [app],
  ["[Service]\nExecStart=/usr/bin/app", /root and may change kernel settings/],
  [`${app} /sys/class/gpio`, /names \/sys\/class\/gpio/],
]);

checkObjections("ProtectControlGroups=yes", [
  ["[Service]\nExecStart=/usr/bin/app"],
  ["[Service]\nExecStart=/usr/bin/app\nDelegate=yes", /Delegate=/],
  ["[Service]\nExecStart=/usr/bin/dockerd", /dockerd manages control groups/],
]);

checkObjections("RestrictNamespaces=yes", [
  [app],
  ["[Service]\nUser=app\nExecStart=/usr/bin/chromium --headless", /chromium/],
  [`${app}\nRestrictNamespaces=~user`],
  [`${app}\nRestrictNamespaces=mnt`, /the unit says RestrictNamespaces=mnt/],
]);

checkObjections("RestrictRealtime=yes", [[app], [`${app}\nCPUSchedulingPolicy=rr`, /CPUSchedulingPolicy=rr/]]);

checkObjections("ProtectProc=invisible", [
  [app],
  [`${app}\nExecStartPost=/usr/bin/pgrep app`, /pgrep looks at other processes/],
  [`${app}\nType=dbus\nBusName=org.example.App`, /callers/],
]);

checkObjections("RemoveIPC=yes", [
  [app],
  ["[Service]\nUser=www-data\nExecStart=/usr/bin/app", /others may run as www-data/],
]);

checkObjections("SystemCallFilter=~@mount", [
  [app],
  ["[Service]\nExecStart=/usr/bin/app", /root and may mount/],
  [`${app}\nSystemCallFilter=@system-service @mount`, /the unit says SystemCallFilter=/],
  ["[Service]\nUser=app\nExecStart=/usr/bin/sshfs host: /mnt", /sshfs mounts/],
]);

checkObjections("LockPersonality=yes", [
  ["[Service]\nExecStart=/bin/sh -c 'exec app'"],
  ["[Service]\nExecStart=/usr/bin/setarch i686 app", /setarch changes the execution domain/],
  ["[Service]\nExecStart=-/sbin/agetty --noclear %I", /agetty opens sessions/],
]);
