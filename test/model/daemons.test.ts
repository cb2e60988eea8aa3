/** Where daemons go with their arguments: command line and what is known of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { whereaboutsOf } from "../../server/src/model/daemons/index.ts";

const cases: readonly (readonly [string, string])[] = [
  ["nginx -g 'daemon off;'", "foreground, as daemon off; says"],
  ["nginx -t -g 'daemon on;'", "unknown"],
  ["nginx", "unknown"],
  ["redis-server /etc/redis.conf --daemonize yes --supervised systemd", "unknown"],
  ["haproxy -W -D -f /etc/haproxy.cfg", "background, as -D says; -Ws would keep it"],
  ["haproxy -W -f /etc/haproxy.cfg", "unknown"],
  ["chronyd -U", "background; -n would keep it"],
  ["chronyd -4n", "foreground, as -4n says"],
  ["keepalived -l", "background; --dont-fork would keep it"],
  ["keepalived -lnD", "foreground, as -lnD says"],
  ["cron -n", "background; -f would keep it"],
  ["crond -n", "foreground, as -n says"],
  ["smartd -q never", "unknown"],
  ["ssh -N -L 8080:localhost:80 -f host", "background, as -f says"],
  ["ssh -fNT -R 22:localhost:22 host", "background, as -fNT says"],
  ["ssh -N host tail -f /var/log/syslog", "unknown"],
  ["autossh -M 0 -l fred -N host", "unknown"],
  ["autossh -lfred -N host", "unknown"],
  ["wpa_supplicant -iBridge -c/etc/wpa.conf", "unknown"],
  ["wpa_supplicant -Bu -iwlan0", "background, as -Bu says"],
  ["git daemon --reuseaddr --detach /srv", "background, as --detach says"],
  ["git fetch --detach", "unknown"],
  ["ssh-agent -a /run/user/1000/agent", "background; -D would keep it"],
  ["ssh-agent -D -a /run/user/1000/agent", "foreground, as -D says"],
  ["ssh-agent -a /run/user/1000/agent startx", "unknown"],
  ["emacs --fg-daemon=main", "foreground, as --fg-daemon=main says"],
  ["emacs --daemon", "background, as --daemon says; --fg-daemon would keep it"],
  ["rsync --daemon --no-detach", "unknown"],
  ["screen -DmS game /srv/game", "foreground, as -DmS says"],
  ["screen -S game -d -m /srv/game", "background, as -d -m says; -DmS would keep it"],
  ["setsid --wait app", "foreground, as --wait says"],
  ["setsid app --wait", "background; --wait would keep it"],
  ["pm2 start app.js", "background; --no-daemon would keep it"],
  ["sshd -Dd", "foreground, as -Dd says"],
  ["sshd -tf /etc/ssh/sshd_config", "unknown"],
  ["memcached $OPTIONS", "unknown"],
  ["sshd $OPTIONS", "unknown"],
  ["php-fpm8.2 -F", "foreground, as -F says"],
  ["app --daemon", "unknown"],
  ["watchdog -v", "background; --foreground would keep it"],
  ["/usr/sbin/watchdog -v", "background; --foreground would keep it"],
  ["/opt/acme/bin/watchdog --interval 5", "unknown"],
  ["/usr/local/bin/cron", "unknown"],
  ["/usr/local/sbin/sshd", "background; -D would keep it"],
];

for (const [command, expected] of cases) test(command, () => assert.equal(saidOf(command), expected));

function saidOf(command: string): string {
  const [name = "", ...args] = (command.match(/'[^']*'|\S+/g) ?? []).map(word => word.replaceAll("'", ""));
  const found = whereaboutsOf({ path: name, name: name.replace(/.*\//, ""), args });
  if (found === undefined) return "unknown";
  const said = found.flag === undefined ? "" : `, as ${found.flag} says`;
  return `${found.goes}${said}${found.instead === undefined ? "" : `; ${found.instead} would keep it`}`;
}
