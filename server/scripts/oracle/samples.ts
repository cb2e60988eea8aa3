/**
 * Values to start from, by kind: right ones, unusual ones, and some that are almost right. Whether systemd takes a value is not written
 * here: that is what it is asked for.
 */
import type { KindId } from "../../src/catalog/directive.ts";

/** One line for some kinds that share their values; the values are separated by ` ¦ `. */
const table = String.raw`
address-family-list: AF_UNIX AF_INET AF_INET6 ¦ none ¦ ~AF_PACKET ¦ AF_NETLINK ¦ af_unix ¦ ~none ¦ AF_FOO AF_UNIX ¦ ~ ¦ AF_LOCAL AF_FILE ¦ AF_VSOCK AF_XDP AF_MCTP ¦ none AF_UNIX ¦ 1
apparmor-profile: app-profile ¦ -app-profile ¦ - ¦ unconfined ¦ /usr/bin/app ¦ app//&sub ¦ -%Q ¦ %p ¦ "quoted name" ¦ profile for %n
bind-ipv6-only: default ¦ both ¦ ipv6-only ¦ Both ¦ yes ¦ no ¦ ipv6 ¦ 1 ¦ off
bind-path-list: /srv ¦ /srv:/data ¦ /srv:/data:rbind ¦ -/srv/a /srv/b:/b:norbind ¦ "/srv/a b:/srv/c" ¦ /srv:/data:idmap ¦ srv:/data ¦ /srv:data ¦ /a:/b:rbind:x ¦ -/%i:/x ¦ /a\:b:/c ¦ /a::rbind ¦ :/a ¦ /proc/x:/sys/y ¦ /a/../b ¦ /a:/b:norbind,idmap ¦ -
bind-to-device: eth0 ¦ vrf-blue ¦ * ¦ lo ¦ 1 ¦ a-name-longer-than-15 ¦ eth0:1 ¦ eth 0 ¦ all ¦ %i ¦ wlan.5
blockio-device-weight: /dev/sda 500 ¦ /var 10 ¦ /dev/sda 0 ¦ /dev/sda 1001 ¦ /dev/sda ¦ sda 100 ¦ /dev/%i 100 ¦ /dev/sda 100 100
blockio-weight, cpu-shares: 500 ¦ 10 ¦ 1000 ¦ 1001 ¦ 2 ¦ 262144 ¦ 0 ¦ 1 ¦ -1 ¦ 18446744073709551615 ¦ 0x100 ¦ 1024
boolean: yes ¦ no ¦ true ¦ false ¦ on ¦ off ¦ 1 ¦ 0 ¦ y ¦ n ¦ T ¦ F ¦ Yes ¦ TRUE ¦ maybe ¦ 2 ¦ enable ¦ yes no ¦ "yes"
bpf-delegate-attachments: cgroup-inet-ingress ¦ any ¦ CGroupInetEgress,TraceFEntry ¦ cgroup-inet-ingress,trace-fentry ¦ xdp ¦ XDP ¦ none ¦ no such thing ¦ %i ¦ , ¦ sk-msg-verdict
bpf-delegate-commands: any ¦ map-create ¦ MapCreate,ProgLoad ¦ map-create,prog-load ¦ token-create ¦ nonsense ¦ map_create ¦ , ¦ btf-load link-create
bpf-delegate-maps: any ¦ array ¦ Array,Hash ¦ hash,ringbuf ¦ percpu-array ¦ nonsense ¦ RingBuf ¦ , ¦ lpm-trie
bpf-delegate-programs: any ¦ cgroup-skb ¦ CGroupSkb,Tracing ¦ tracing,xdp ¦ sched-cls ¦ nonsense ¦ SocketFilter ¦ , ¦ lsm
bpf-program: egress:/sys/fs/bpf/prog ¦ ingress:/sys/fs/bpf/a/b ¦ sock_create:/sys/fs/bpf/x ¦ bind4:/sys/fs/bpf/x ¦ device:/sys/fs/bpf/%i ¦ egress ¦ :/x ¦ nonsense:/sys/fs/bpf/x ¦ egress:rel ¦ sysctl:/run/../x ¦ egress: ¦ "egress":/sys/x
bus-name: org.example.App ¦ org.example.App1.%i ¦ org.freedesktop.systemd1 ¦ org ¦ .org.example ¦ org..example ¦ org.1example ¦ :1.5 ¦ org.example-app.x ¦ org.exämple.x ¦ a.b ¦ org.example.
calendar-event: daily ¦ hourly ¦ Mon..Fri 08:00 ¦ *-*-01 00:00:00 ¦ Mon,Wed *-*-* 12:00 ¦ 2025-01-31 ¦ *-*-* *:0/15 ¦ *:0/10 ¦ Sat *-*-1..7 18:00:00 ¦ 12-24 18:00 Europe/Berlin ¦ weekly UTC ¦ quarterly ¦ semi-annually ¦ @1395716396 ¦ 03:00 ¦ *-02~03 ¦ Mon *-05~07/1 ¦ 2003-02..04-05 ¦ 05:40:23.4200004/3.1700005 ¦ Fri 2012-11-23 11:12:13 ¦ 25:00 ¦ *-13-* ¦ Monday Tuesday ¦ Mon--Fri ¦ minutely ¦ every day ¦ 00/2:00 ¦ *-*-29/2 ¦ 1..5/2:00 ¦ 2..1:00 ¦ Wed..Sat,Tue 12-10-15 1:2:3 ¦ tue-sat
capability-set: CAP_NET_BIND_SERVICE ¦ CAP_CHOWN CAP_SETUID ¦ ~CAP_SYS_ADMIN ¦ cap_kill ¦ CAP_FOO ¦ 12 ¦ all ¦ ~ ¦ CAP_NET_RAW,CAP_NET_ADMIN ¦ "CAP_KILL" ¦ CAP_BPF CAP_PERFMON ¦ 64 ¦ 'CAP_KILL
cgroup-name: main ¦ workers ¦ a_b-c ¦ .. ¦ a/b ¦ . ¦ _x ¦ cgroup.procs ¦ %i ¦ main.slice ¦ x.service ¦ tasks ¦ notify_on_release ¦ a b
collect-mode: inactive ¦ inactive-or-failed ¦ failed ¦ Inactive ¦ yes ¦ inactive or failed
command-line: /bin/true ¦ /bin/echo one two ¦ -/bin/false ¦ @/bin/sh sh -c 'exit 0' ¦ +/bin/true ¦ !/bin/true ¦ !!/bin/true ¦ :/bin/echo $HOME ¦ |/bin/true ¦ true ¦ /bin/echo a ; /bin/echo b ¦ /bin/echo a \; b ¦ /bin/sh -c "echo \"x\" 'y'" ¦ /bin/echo $$ \${HOME} \x41\t ¦ /bin/echo %i %%h %h ¦ bin/true ¦ /bin/ ¦ /bin/echo "unbalanced ¦ /bin/echo 'a'b ¦ @/bin/true ¦ -+@/bin/sh sh ¦ +!/bin/true ¦ --/bin/true ¦ ; /bin/true ¦ /bin/true ; ¦ /bin/echo \q ¦ "/bin/echo" x ¦ /bin/echo %Q ¦ - ¦ - /bin/true ¦ /usr/bin/../bin/true ¦ //bin/true ¦ $HOME/x ¦ /bin/*x ¦ -bin/x ¦ |echo hi ¦ /bin/echo # hi ¦ "" ¦ /bin/a\"b
concurrency-limit: 1 ¦ 10 ¦ infinity ¦ 0 ¦ -1 ¦ 4294967295 ¦ 4294967296 ¦ many ¦ 0x10 ¦ 50%
condition-architecture: x86-64 ¦ arm64 ¦ !x86 ¦ native ¦ |x86-64 ¦ amd64 ¦ |!riscv64 ¦ x86_64 ¦ !|arm ¦ %i
condition-boolean: yes ¦ no ¦ !yes ¦ true ¦ |no ¦ maybe ¦ |!on ¦ 1 ¦ %i
condition-capability: CAP_NET_ADMIN ¦ !CAP_SYS_ADMIN ¦ cap_kill ¦ |CAP_KILL ¦ CAP_FOO ¦ 12 ¦ CAP_A CAP_B
condition-controllers: cpu ¦ memory pids ¦ !io ¦ v2 ¦ v1 ¦ |memory ¦ cpu,io ¦ nonsense
condition-cpu-feature: avx2 ¦ !sse4_2 ¦ rdrand ¦ |fma ¦ AVX ¦ nonsense ¦ %i
condition-cpus: 4 ¦ >=2 ¦ < 8 ¦ !=1 ¦ !>4 ¦ |<=2 ¦ =4 ¦ >x ¦ -1 ¦ >= 0x4
condition-credential: my-cred ¦ !tls.key ¦ |cred ¦ a/b ¦ %i ¦ ""
condition-environment: HOME ¦ HOME=/root ¦ !DEBUG ¦ |A=b c ¦ 1X ¦ =x ¦ LANG=%i
condition-firmware: uefi ¦ device-tree ¦ !uefi ¦ device-tree-compatible(raspberrypi,4) ¦ smbios-field(board_name = x) ¦ bios ¦ smbios-field(board_name=
condition-fraction: foo 10% ¦ !foo 50% ¦ 0.5 x ¦ |id 12.5% ¦ foo ¦ foo 101% ¦ 10
condition-glob, path-glob: /etc/*.conf ¦ !/srv/?/x ¦ /run/[ab]*.pid ¦ |/a/* ¦ etc/* ¦ /etc/../x/* ¦ /a//b/* ¦ !|/x ¦ /x/%i/* ¦ /a b/* ¦ /x/{a,b}
condition-group: wheel ¦ !adm ¦ 0 ¦ @system ¦ |users ¦ a b ¦ 65535 ¦ -1
condition-host: myhost ¦ !other ¦ host-* ¦ 0123456789abcdef0123456789abcdef ¦ |web? ¦ %H
condition-kernel-command-line: quiet ¦ !debug ¦ root=/dev/sda ¦ |systemd.unit=x ¦ a b ¦ %i
condition-kernel-module: xfs ¦ !nfs ¦ |btrfs ¦ a b ¦ %i
condition-machine-tag: web ¦ !db ¦ |a:b ¦ x*y ¦ %i
condition-memory: 1G ¦ >=512M ¦ <2T ¦ !4096 ¦ |>1G ¦ >x ¦ 1GB ¦ >= 50%
condition-os-release: ID=debian ¦ VERSION_ID>=12 ¦ ID!=fedora ¦ ID="debian" VERSION_ID=12 ¦ !ID=x ¦ ID ¦ VERSION_ID$=1* ¦ |ID=a
condition-path: /etc/x ¦ !/etc/x ¦ |/etc/x ¦ |!/etc/x ¦ !|/x ¦ etc/x ¦ /etc/../x ¦ /a//b/ ¦ / ¦ ! /etc/x ¦ /x/%i ¦ "/a b" ¦ /a b ¦ !! /x ¦ | ¦ /./x ¦ /proc/x ¦ !
condition-pressure: 5% ¦ foo.slice:10%/5min ¦ 20%/1min ¦ !5% ¦ |10%/10s ¦ 5 ¦ 5%/2min ¦ x:5% ¦ 101%
condition-security: selinux ¦ apparmor ¦ !smack ¦ tpm2 ¦ uefi-secureboot ¦ cvm ¦ |audit ¦ foo ¦ measured-uki
condition-user: root ¦ 0 ¦ @system ¦ !nobody ¦ |web ¦ a b ¦ 65535 ¦ -1 ¦ %u
condition-version: >=5.4 ¦ <4 ¦ !6.1 ¦ systemd >= 250 ¦ glibc < 2.40 ¦ 5.* ¦ >= ¦ >=5.4 <6 ¦ kernel ¦ |=6.1 ¦ foo >= 1 ¦ $=5.*
condition-virtualization: vm ¦ container ¦ kvm ¦ !docker ¦ yes ¦ no ¦ private-users ¦ dockr ¦ |qemu
configuration-directory-list, managed-directory-list: app ¦ app/sub other ¦ app:link ¦ app:link1 app:link2 ¦ "a b" ¦ /app ¦ ../app ¦ app/../x ¦ private ¦ private/x ¦ app:/link ¦ app: ¦ %i ¦ app:x:ro ¦ app::ro ¦ a//b ¦ . ¦ app:a:b:c ¦ app:private/x ¦ a:a
controller-list: cpu ¦ cpu memory io ¦ pids ¦ cpuacct blkio ¦ nonsense ¦ cpu,memory ¦ bpf-firewall ¦ cpuset ¦ "cpu" ¦ no ¦ 'cpu
coredump-filter: default ¦ all ¦ private-anonymous shared-anonymous ¦ 0x33 ¦ elf-headers private-huge ¦ 0-3 ¦ 33 ¦ nonsense ¦ private-dax,shared-dax ¦ ff ¦ all default ¦ 100000000
cpu-affinity: 0 ¦ 0-3 ¦ 0,2,4 ¦ 1 3 5-7 ¦ numa ¦ 3-1 ¦ 8191 ¦ 8192 ¦ a ¦ 0-3,8 ¦ , ¦ 1- ¦ -1 ¦ "0 1" ¦ 0xf
cpu-quota: 20% ¦ 150% ¦ 0% ¦ 33.3% ¦ 0.5% ¦ 20 ¦ -5% ¦ 10‰ ¦ 5‱ ¦ infinity ¦ 100000000% ¦ 20 % ¦ 12.345%
cpu-scheduling-policy: other ¦ batch ¦ idle ¦ fifo ¦ rr ¦ ext ¦ 0 ¦ 2 ¦ FIFO ¦ deadline ¦ SCHED_RR ¦ 7 ¦ 4
cpu-scheduling-priority: 0 ¦ 1 ¦ 50 ¦ 99 ¦ 100 ¦ -1 ¦ x ¦ 0x10 ¦ 010 ¦ 1.5
cpu-set: 0 ¦ 0-3 ¦ 0,2 ¦ 1 3 5-7 ¦ 3-1 ¦ 8191 ¦ 8192 ¦ a ¦ numa ¦ , ¦ 0-3,8 ¦ all ¦ 1,,2 ¦ 1 - 3
cpu-weight: 100 ¦ 1 ¦ 10000 ¦ idle ¦ 0 ¦ 10001 ¦ Idle ¦ -1 ¦ 0x64 ¦ 1e3 ¦ 50%
cpuset-partition: member ¦ root ¦ isolated ¦ Root ¦ invalid ¦ isolated root
credential-data: cred:aGVsbG8= ¦ cred: aGVs bG8= ¦ cred:!!! ¦ cred ¦ a/b:aGVs ¦ :aGVs ¦ cred:aGVsbG8 ¦ "cred:aGVs" ¦ %i:aGVsbG8= ¦ cred: ¦ cred:aGVs:bG8=
credential-glob: my-cred ¦ tls.* ¦ network.*:net. ¦ * ¦ a*b ¦ a/b ¦ x.*:y/z ¦ a:b ¦ *: ¦ ? ¦ "tls.*" ¦ %i.* ¦ [ab] ¦ a:b:c
credential-source: cred:/etc/cred ¦ cred ¦ cred:/run/%i/x ¦ "cred:/etc/a b" ¦ cred:other ¦ cred:rel/path ¦ a/b:/x ¦ :/x ¦ cred: ¦ .:/x ¦ cred:/a/../b ¦ cred:/a:b ¦ cred.x:@sock ¦ %Q:/x ¦ cred:/x y
credential-text: cred:hello ¦ cred:hello world ¦ cred:a\nb\x41 ¦ cred: ¦ cred ¦ a/b:x ¦ :x ¦ "cred:quoted text" ¦ cred:%i %% ¦ cred:bad\qescape ¦ cred:a:b ¦ .:x ¦ cred:"x y"
defer-trigger: no ¦ yes ¦ patient ¦ Patient ¦ lazy ¦ true ¦ 2
delegate: yes ¦ no ¦ cpu memory ¦ pids ¦ cpu,io ¦ nonsense ¦ cpuset bpf-devices ¦ true cpu ¦ "cpu memory" ¦ 1
delegate-namespaces, namespace-flags: yes ¦ no ¦ net ¦ ~user ¦ cgroup ipc net mnt pid user uts ¦ time ¦ mnt,pid ¦ network ¦ ~ ¦ NET ¦ ~mnt pid ¦ "net" ¦ ~yes
device-allow: /dev/null rw ¦ /dev/sda r ¦ char-pts rwm ¦ block-loop ¦ /dev/null ¦ char-* rw ¦ /dev/null x ¦ /dev/null rwr ¦ block-sd? m ¦ /srv/x rw ¦ /run/systemd/inaccessible/chr rw ¦ dev/null r ¦ char- r ¦ /dev/%i rw ¦ "/dev/a b" r ¦ /dev/null rw x ¦ /dev/../etc r
device-bandwidth: /dev/sda 1M ¦ / 5000000 ¦ /dev/sda infinity ¦ /dev/sda 0 ¦ /dev/sda ¦ /var/lib 1.5G ¦ dev/sda 1M ¦ "/srv/a b" 10K ¦ /dev/sda -1 ¦ /dev/sda 1M 2 ¦ /dev/%i 1M ¦ /a/../b 1 ¦ /dev/sda 1k
device-latency: /dev/sda 25ms ¦ / 1s ¦ /dev/sda 0 ¦ /dev/sda ¦ /dev/sda infinity ¦ sda 1 ¦ "/srv/a b" 10ms ¦ /dev/sda 5 5 ¦ /dev/sda 1min 2s ¦ /dev/%i 1s ¦ /dev/sda -1s
device-policy: auto ¦ closed ¦ strict ¦ Auto ¦ open ¦ no ¦ strict closed
device-weight: /dev/sda 100 ¦ / 10000 ¦ /dev/sda 1 ¦ /dev/sda 0 ¦ /dev/sda 10001 ¦ /dev/sda ¦ sda 100 ¦ "/srv/a b" 100 ¦ /dev/sda idle ¦ /dev/%i 100 ¦ /dev/sda 1 2
directory-quota: yes ¦ no ¦ 1G ¦ 10% ¦ off ¦ 1.5M ¦ 0 ¦ infinity ¦ 101% ¦ 1k ¦ -1 ¦ 12.5% ¦ on
documentation: man:systemd(1) ¦ https://example.org/a ¦ http://x ¦ file:/usr/share/doc/x ¦ info:gdb ¦ man:a(1) man:b(8) https://c.d ¦ www.example.org ¦ man: ¦ file:x ¦ ftp://x ¦ https:// ¦ "man:a(1)" ¦ man:%p(8) ¦ HTTPS://x ¦ see man:a(1) ¦ file:///x
emergency-action: none ¦ reboot ¦ reboot-force ¦ reboot-immediate ¦ poweroff ¦ poweroff-force ¦ poweroff-immediate ¦ exit ¦ exit-force ¦ halt ¦ halt-force ¦ kexec ¦ soft-reboot ¦ soft-reboot-force ¦ kexec-force ¦ halt-immediate ¦ shutdown ¦ Reboot ¦ restart
environment: A=1 ¦ A=1 B=2 ¦ "A=1 2" B=3 ¦ 'A=x y' ¦ A= ¦ A ¦ 1A=x ¦ =x ¦ A=$B ¦ A=%i ¦ A=%Q ¦ "A=x ¦ A="x y" ¦ A=a\nb ¦ A=\q ¦ PATH=/a:/b LANG=C.UTF-8 ¦ a-b=c ¦ ä=1 ¦ A=ü ¦ A='b' "C=d e" F ¦ A=x;B=y ¦ _=1 ¦ A=a\x01b
environment-file: /etc/default/app ¦ -/etc/default/app ¦ /etc/x/*.env ¦ etc/x ¦ - ¦ /etc/%i ¦ /a//b/../c ¦ -rel ¦ --/x ¦ /a b ¦ "/a b" ¦ /etc/./x
environment-name-list: HOME ¦ HOME LANG ¦ "HOME" ¦ A=1 ¦ 1A ¦ A-B ¦ HOME,LANG ¦ %i ¦ X_%i ¦ ä ¦ $HOME ¦ _ ¦ 'A B'
environment-removal-list: HOME ¦ HOME LANG=C ¦ "A=1 2" ¦ A= ¦ =x ¦ 1A ¦ 1A=x ¦ A=\n ¦ HOME,LANG ¦ A=%i ¦ $A
exit-status: 0 ¦ 1 ¦ 255 ¦ 256 ¦ -1 ¦ SUCCESS ¦ x ¦ 0x10 ¦ +3 ¦ 1 2
exit-status-list: 0 1 ¦ 250 SIGKILL ¦ SIGTERM ¦ TEMPFAIL 75 ¦ 256 ¦ SUCCESS FAILURE ¦ KILL ¦ -1 ¦ nonsense ¦ DATAERR SIGHUP ¦ 1,2 ¦ EXIT_FAILURE ¦ "1" ¦ RTMIN+1 ¦ 0x1
exit-type: main ¦ cgroup ¦ Main ¦ control-group ¦ process
extended-attribute: user.app=1 ¦ user.x=a b ¦ user.x="a b" ¦ security.y=%i ¦ user.app ¦ =1 ¦ trusted.t= ¦ nonsense ¦ user.a=1 user.b=2 ¦ user.x=\n ¦ user.=1 ¦ user.x=a=b
extension-image-list: /srv/ext.raw ¦ -/srv/ext.raw ¦ /srv/a.raw /srv/b.raw ¦ /srv/a.raw:root:ro,nodev ¦ /srv/a.raw:ro ¦ rel.raw ¦ /a:nonsense:ro ¦ "/a b.raw" ¦ /srv/%i.raw ¦ /a.raw:root:ro home:nosuid ¦ /a/../b ¦ :/x ¦ /srv/ext.raw:
fd-name: web ¦ web-1 ¦ a:b ¦ a b ¦ %i ¦ ä ¦ varlink ¦ "" ¦ a\x20b ¦ connection
filesystem-list: ext4 tmpfs ¦ ~cgroup2 ¦ @known ¦ @basic-api @network ¦ ~@privileged-api ¦ nonsense ¦ @nonsense ext4 ¦ ~ ¦ ext4,tmpfs ¦ "ext4" ¦ EXT4 ¦ ~~ext4
filesystem-type: ext4 ¦ nfs4 ¦ fuse.sshfs ¦ auto ¦ ¦ %i ¦ ext4 # x ¦ a b ¦ cgroup2 ¦ %Q
group: wheel ¦ root ¦ 0 ¦ 100 ¦ app-%i ¦ nogroup ¦ 65535 ¦ 4294967295 ¦ a b ¦ -x ¦ a:b ¦ a/b ¦ 00 ¦ .. ¦ Ünicode ¦ a.b ¦ 1web ¦ x$ ¦ %Q ¦ 4294967294 ¦ "x"
group-list: wheel ¦ adm audio ¦ 0 100 ¦ app-%i ¦ a:b ¦ wheel,adm ¦ 65535 ¦ "adm audio" ¦ a/b adm ¦ %Q adm ¦ nogroup ¦ 'x ¦ -x ¦ ..
image-policy: * ¦ root=verity+signed:usr=ignore ¦ root=encrypted ¦ root=verity+read-only-on:=absent ¦ - ¦ ~ ¦ root=nonsense ¦ nonsense=verity ¦ root=verity:root=signed ¦ home=unprotected+growfs-off ¦ root= ¦ =open ¦ root=unused+absent ¦ root=encryptedwithintegrity
input-data: aGVsbG8= ¦ aGVs bG8= ¦ !!! ¦ aGVsbG8 ¦ YQ== ¦ %i ¦ "aGVs" ¦ ==== ¦ a ¦ -_-_
input-text: hello ¦ hello world ¦ a\nb ¦ %i %% ¦ bad\q ¦ "quoted" ¦ %Q ¦ \x ¦ $HOME ¦ \u00e4 \101
instance-name: main ¦ a-b ¦ ¦ %i ¦ a b ¦ ä ¦ a@b ¦ a/b ¦ x\x2dy ¦ tty1
integer: 0 ¦ 1 ¦ -1 ¦ 255 ¦ 2147483647 ¦ 2147483648 ¦ -2147483649 ¦ 0x10 ¦ 0b11 ¦ 0o17 ¦ 010 ¦ +5 ¦ abc ¦ 1.5 ¦ 1 2 ¦ 9223372036854775808
io-scheduling-class: none ¦ realtime ¦ best-effort ¦ idle ¦ 0 ¦ 1 ¦ 2 ¦ 3 ¦ 4 ¦ best_effort ¦ Idle ¦ rt ¦ 7 ¦ 8
io-scheduling-priority: 0 ¦ 4 ¦ 7 ¦ 8 ¦ -1 ¦ x ¦ 0x7 ¦ 07 ¦ 4.0
ip-prefix-list: any ¦ localhost ¦ 10.0.0.0/8 ¦ 192.168.1.1 fe80::/10 ¦ link-local multicast ¦ 10.0.0.0/33 ¦ ::1/128 ¦ 2001:db8::/129 ¦ example.org ¦ 10.0.0/8 ¦ 10.0.0.1,10.0.0.2 ¦ 0.0.0.0/0 ::/0 ¦ "10.0.0.1" ¦ 10.0.0.0/ ¦ Any ¦ 10.1.2.3/8 ¦ 256.1.1.1 ¦ %i
ip-tos: low-delay ¦ throughput ¦ reliability ¦ low-cost ¦ 16 ¦ 0 ¦ 255 ¦ 256 ¦ -1 ¦ 0x10 ¦ nonsense
job-mode: fail ¦ replace ¦ replace-irreversibly ¦ isolate ¦ flush ¦ ignore-dependencies ¦ ignore-requirements ¦ triggering ¦ restart-dependencies ¦ lenient ¦ Replace ¦ yes
journal-field-list: APP=1 ¦ APP=1 B=2 ¦ "APP=a b" ¦ _APP=1 ¦ app=1 ¦ APP ¦ 1A=x ¦ APP= ¦ =x ¦ APP=%i ¦ A-B=1 ¦ APP=\x41 ¦ 'A=x ¦ MESSAGE=x ¦ A=%Q
keyring-mode: inherit ¦ private ¦ shared ¦ Private ¦ none ¦ yes
kill-mode: control-group ¦ mixed ¦ process ¦ none ¦ cgroup ¦ Mixed ¦ control_group ¦ mixed process
literal-string: some text ¦ %i ¦ "quoted" ¦ a\x20b ¦ %Q ¦ ä ö ü ¦ 0 ¦ auto ¦ app see
log-filter-pattern: error ¦ ~debug ¦ ^start.*$ ¦ (a|b ¦ [a-z ¦ a{1,2} ¦ ~ ¦ \x41 ¦ %i ¦ a\d+ ¦ *x ¦ "quoted words" ¦ (?<=a)b ¦ \~x ¦ a{2,1} ¦ ~(
log-namespace: app ¦ %i ¦ a.b ¦ a/b ¦ a b ¦ . ¦ ä ¦ _x ¦ a@b ¦ x\x2dy ¦ %Q
luo-session-list: app ¦ a b ¦ app-%i ¦ "a b" ¦ a/b ¦ .. ¦ a:b ¦ %Q
managed-oom-mode: auto ¦ kill ¦ Kill ¦ none ¦ no ¦ yes ¦ stop
managed-oom-preference: none ¦ avoid ¦ omit ¦ Avoid ¦ prefer ¦ no
memory-limit: 1G ¦ 512M ¦ infinity ¦ 10% ¦ 0 ¦ 1.5G ¦ 100% ¦ 101% ¦ 1GB ¦ 1k ¦ 4096 ¦ -1 ¦ 12.34% ¦ 1G 512M ¦ 1T ¦ 16E ¦ 0% ¦ Infinity ¦ 10‰ ¦ .5M ¦ 1 G ¦ 18446744073709551615 ¦ 5‱
memory-pressure-duration: 20s ¦ 1min ¦ 1s ¦ 500ms ¦ infinity ¦ 0 ¦ -1 ¦ x ¦ 30 ¦ 1.5s
memory-thp: inherit ¦ disable ¦ madvise ¦ system ¦ never ¦ always ¦ Inherit
message-queue, pid-file: /run/app.pid ¦ /queue ¦ app.pid ¦ /var/run/app.pid ¦ run/app.pid ¦ /run/%i.pid ¦ /run/../x ¦ /run//a/./b ¦ /run/a b ¦ /proc/1/x ¦ .. ¦ "/run/x" ¦ / ¦ %t/app.pid ¦ /run/%Q ¦ ./app.pid
mode: 0644 ¦ 755 ¦ 07777 ¦ 0 ¦ 10000 ¦ 0888 ¦ u+x ¦ -1 ¦ 0x1ff ¦ 0755 ¦ +644 ¦ 0o644 ¦ 00000644 ¦ rwx ¦ 64 4
mount-image-list: /srv/img.raw:/mnt ¦ -/srv/img.raw:/mnt ¦ /a.raw:/mnt:ro,nodev ¦ /a.raw:/mnt:root:ro ¦ "/a b.raw:/mnt" ¦ /a.raw ¦ a.raw:/mnt ¦ /a.raw:mnt ¦ /a.raw:/mnt:nonsense:ro ¦ /a.raw:/mnt /b.raw:/srv ¦ /srv/%i.raw:/mnt ¦ /a/../b:/mnt ¦ /a.raw: ¦ :/mnt
mount-options: noatime,nofail ¦ ro ¦ defaults ¦ x-systemd.automount,uid=0 ¦ %i ¦ a b ¦ "a,b" ¦ %Q ¦ data=ordered,errors=remount-ro ¦ , ¦ password=%%x
mount-propagation: shared ¦ slave ¦ private ¦ Shared ¦ rshared ¦ no ¦ shared private ¦ unbindable
mount-source: /dev/sda1 ¦ UUID=1234-5678 ¦ LABEL=data ¦ PARTUUID=x ¦ tmpfs ¦ server:/export ¦ //server/share ¦ /dev/disk/by-label/%i ¦ overlay ¦ %Q ¦ a b ¦ PARTLABEL="x y" ¦ LABEL=a/b ¦ /swapfile
netlink-address: kobject-uevent ¦ kobject-uevent 1 ¦ route 1361 ¦ audit ¦ audit 1 2 ¦ nonsense 1 ¦ route x ¦ route,1 ¦ generic ¦ 15 ¦ route -1 ¦ %i
network-interface: eth0 ¦ vrf-blue ¦ lo ¦ 1 ¦ a-name-longer-than-15 ¦ eth0:1 ¦ eth 0 ¦ all ¦ %i ¦ * ¦ . ¦ %Q ¦ a/b
network-interface-list: eth0 eth1 ¦ ~lo ¦ eth0 ¦ 1 2 ¦ ~ ¦ a-name-longer-than-15 ¦ eth0,eth1 ¦ "eth0" ¦ all ¦ %i ¦ a/b eth0 ¦ .. ¦ eth0:1 ¦ ~~lo
nft-set-list: cgroup:inet:filter:set ¦ user:inet:filter:u cgroup:ip:t:s ¦ group:ip6:t:s ¦ cgroup:nonsense:t:s ¦ foo:inet:t:s ¦ cgroup:inet:t ¦ cgroup:inet:1t:s ¦ cgroup:netdev:t:s:x ¦ cgroup:inet:%i:s ¦ cgroup:bridge:a_b:c.d ¦ "cgroup:arp:t:s" ¦ cgroup:inet::s ¦ cgroup:inet:a-b:s
nice: 0 ¦ -20 ¦ 19 ¦ 20 ¦ -21 ¦ +5 ¦ 10 ¦ x ¦ 0x5 ¦ 1.5 ¦ --5
notify-access: none ¦ main ¦ exec ¦ all ¦ yes ¦ Main ¦ no
numa-mask: 0 ¦ 0-1 ¦ all ¦ 0,1 ¦ 1 0 ¦ 1-0 ¦ x ¦ ALL ¦ 1023 ¦ 1024 ¦ 8192 ¦ ,
numa-policy: default ¦ preferred ¦ bind ¦ interleave ¦ local ¦ Bind ¦ weighted ¦ 0 ¦ 1 ¦ preferred-many
oom-policy: continue ¦ stop ¦ kill ¦ Stop ¦ ignore ¦ yes
oom-rule-list: rule ¦ a b ¦ myrule-%i ¦ "a b" ¦ a/b ¦ .. ¦ %Q ¦ a,b ¦ rule.oomrule ¦ ~
oom-score-adjust: 0 ¦ -1000 ¦ 1000 ¦ 1001 ¦ -1001 ¦ 500 ¦ x ¦ +5 ¦ 0x10 ¦ 1.5
open-file: /etc/x ¦ /etc/x:name ¦ /etc/x:name:read-only ¦ /etc/x::graceful ¦ /etc/x:n:append,graceful ¦ rel:name ¦ /x:n:nonsense ¦ "/a b:n" ¦ /x:a:b:c ¦ /x:n:read-only,append ¦ /x: ¦ /etc/%i ¦ /x:n:read-only,truncate ¦ :name ¦ /a/../b
path: /srv/data ¦ / ¦ /srv/a b ¦ /srv//a/./b/ ¦ srv/data ¦ /srv/../x ¦ /srv/%i ¦ /srv/%Q ¦ ~/x ¦ "/srv/x" ¦ /proc/1/ns/net ¦ /dev/null ¦ /sys/fs/x ¦ /var/run/x ¦ -/srv ¦ %t/x ¦ /srv/ü ¦ /a\x20b ¦ ./x ¦ @abstract ¦ /x # y
path-list: /srv/data ¦ /a /b/c ¦ "/a b" ¦ rel /x ¦ /a/../b ¦ /a,/b ¦ /srv/%i /x ¦ /%Q /x ¦ /var/run/x ¦ //a//b ¦ -/x ¦ '/a ¦ /a\x20b ¦ / ¦ ~/x
percentage: 50% ¦ 0% ¦ 100% ¦ 101% ¦ 50 ¦ 12.5% ¦ -1% ¦ 10‰ ¦ x% ¦ 33.333% ¦ 5‱ ¦ infinity ¦ 50 %
personality: x86-64 ¦ x86 ¦ native ¦ arm64 ¦ s390x ¦ ppc64-le ¦ nonsense ¦ X86 ¦ x86_64 ¦ i386
preserve-mode: yes ¦ no ¦ restart ¦ on-success ¦ Restart ¦ true ¦ 1 ¦ always ¦ off
pressure-watch: auto ¦ on ¦ off ¦ skip ¦ yes ¦ no ¦ Auto ¦ none ¦ 1 ¦ enable
private-bpf, private-pids: yes ¦ no ¦ true ¦ 0 ¦ delegate ¦ Yes ¦ on ¦ maybe ¦ 1
private-tmp: yes ¦ no ¦ connected ¦ disconnected ¦ true ¦ 0 ¦ Connected ¦ private ¦ on
private-users: yes ¦ no ¦ self ¦ identity ¦ full ¦ managed ¦ off ¦ Self ¦ 1 ¦ all
proc-subset: all ¦ pid ¦ All ¦ none ¦ yes ¦ pids
protect-control-groups: yes ¦ no ¦ private ¦ strict ¦ true ¦ Strict ¦ full ¦ 0
protect-home: yes ¦ no ¦ read-only ¦ tmpfs ¦ true ¦ ro ¦ Read-Only ¦ 0 ¦ strict ¦ off
protect-hostname: yes ¦ no ¦ private ¦ yes:host ¦ private:host.example ¦ no:x ¦ Yes ¦ private: ¦ yes:a b ¦ 1 ¦ yes:%H ¦ private:-x ¦ :x ¦ yes:a_b
protect-proc: default ¦ noaccess ¦ invisible ¦ ptraceable ¦ Invisible ¦ yes ¦ none
protect-system: yes ¦ no ¦ full ¦ strict ¦ true ¦ Full ¦ 0 ¦ read-only ¦ off
reboot-argument, string: some text ¦ one ¦ %i and %n ¦ "quoted" ¦ a\x20b ¦ %Q ¦ ä ö ü ¦ 100% sure ¦ x # y ¦ /dev/tty1 ¦ 50 %% ¦ a%
refresh-on-reload: yes ¦ no ¦ extensions ¦ credentials ¦ extensions credentials ¦ ~extensions ¦ Extensions ¦ nonsense ¦ all ¦ extensions,credentials ¦ ~
resource-limit: 1024 ¦ infinity ¦ 1024:4096 ¦ 4096:1024 ¦ 1024:infinity ¦ x ¦ 1K ¦ -1 ¦ 0 ¦ :5 ¦ 5: ¦ 1:2:3 ¦ 0x400 ¦ infinity:5 ¦ 1024 : 2048 ¦ 18446744073709551615
resource-limit-microseconds: 100ms ¦ infinity ¦ 1s:2s ¦ 2s:1s ¦ 500 ¦ x ¦ -1 ¦ 1min ¦ 100us:infinity ¦ 1.5s ¦ 1s: ¦ 5 s
resource-limit-nice: 0 ¦ +5 ¦ -10 ¦ 40 ¦ 41 ¦ -21 ¦ +20 ¦ 1:40 ¦ 40:1 ¦ infinity ¦ x ¦ +19 ¦ -20:5 ¦ 19:+5
resource-limit-seconds: 30s ¦ infinity ¦ 1min:2min ¦ 2min:1min ¦ 500 ¦ x ¦ -1 ¦ 1h ¦ 100ms ¦ 1.5s:infinity ¦ 5: ¦ 1s 500ms
resource-limit-size: 1G ¦ infinity ¦ 512M:1G ¦ 1G:512M ¦ 4096 ¦ 1.5G ¦ x ¦ 1k ¦ -1 ¦ 1GB ¦ 0 ¦ 8M:infinity ¦ 1G : 2G ¦ 16E ¦ 15E
restart: no ¦ always ¦ on-success ¦ on-failure ¦ on-abnormal ¦ on-abort ¦ on-watchdog ¦ yes ¦ on-failed ¦ Always
restart-mode: normal ¦ direct ¦ debug ¦ Normal ¦ fast
root-hash: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef ¦ /srv/x.roothash ¦ 0123 ¦ xyz ¦ rel/path ¦ /srv/%i.hash ¦ /a/../b ¦ 0123456789ABCDEF0123456789ABCDEF ¦ 0123456789abcdef0123456789abcde ¦ "/x"
root-hash-signature: /srv/x.p7s ¦ base64:aGVsbG8= ¦ base64: ¦ base64:!!! ¦ rel ¦ /srv/%i ¦ aGVs ¦ /a/../b ¦ BASE64:aGVs ¦ base64:aGVsbG8
root-image-options: ro ¦ root:ro,nodev ¦ root:ro home:nosuid ¦ nonsense:ro ¦ usr:ro ¦ esp: ¦ "root:ro nodev" ¦ ro nodev ¦ root: ¦ :ro ¦ root:%i ¦ root:a:b ¦ ¦ xbootldr:x var:y tmp:z
sandbox-path-list: /srv ¦ -/srv /data ¦ +/srv ¦ -+/srv ¦ +-/srv ¦ srv ¦ "/a b" ¦ /a/../b ¦ /srv/%i ¦ /%Q ¦ - ¦ ~/x ¦ /a,/b ¦ //a/./b ¦ /proc /sys ¦ '/a ¦ /srv:ro
search-path: /usr/local/bin:/usr/bin ¦ /opt/bin ¦ bin:/usr/bin ¦ : ¦ /a:/../b ¦ /opt/%i/bin ¦ "/a b:/c" ¦ /a::/b ¦ /a b:/c ¦ /%Q:/x ¦ ~/bin ¦ /a/
secure-bits: keep-caps ¦ noroot noroot-locked ¦ keep-caps-locked ¦ no-setuid-fixup no-setuid-fixup-locked ¦ nonsense ¦ 5 ¦ keep-caps,noroot ¦ "noroot" ¦ NOROOT ¦ 'noroot ¦ keep_caps
selinux-context: system_u:system_r:app_t:s0 ¦ -system_u:system_r:app_t:s0 ¦ - ¦ %Q ¦ -%Q ¦ %i:x ¦ a b ¦ "a"
service-type: simple ¦ exec ¦ forking ¦ oneshot ¦ dbus ¦ notify ¦ notify-reload ¦ idle ¦ Simple ¦ daemon ¦ one-shot ¦ notify reload
service-unit: app.service ¦ app@x.service ¦ app.socket ¦ app ¦ %p.service ¦ app@.service ¦ a/b.service ¦ %Q.service ¦ a b.service ¦ ä.service ¦ .service
signal: SIGTERM ¦ TERM ¦ 15 ¦ SIGRTMIN+3 ¦ RTMIN+3 ¦ SIGRTMAX-1 ¦ sigterm ¦ SIGFOO ¦ 0 ¦ 65 ¦ 64 ¦ +15 ¦ SIGRTMIN ¦ RTMAX ¦ RTMIN+99 ¦ SIGPOLL ¦ SIGIO ¦ -9 ¦ SIGINT SIGTERM ¦ SIGCLD ¦ 34 ¦ RTMIN-1
size: 1M ¦ 65536 ¦ 1K ¦ 1.5M ¦ 0 ¦ infinity ¦ 1k ¦ 1MB ¦ -1 ¦ 16E ¦ x ¦ 1G 1M ¦ 4G ¦ 2147483648 ¦ 8 M
slice-unit: system.slice ¦ user-1000.slice ¦ app-%i.slice ¦ system.service ¦ system ¦ -.slice ¦ a@b.slice ¦ a--b.slice ¦ %Q.slice ¦ -a.slice ¦ ä.slice ¦ a/b.slice ¦ x.slice y.slice
smack-label: label ¦ - ¦ -label ¦ %Q ¦ -%Q ¦ ^ ¦ a b ¦ a%i ¦ "a"
socket-address: 8080 ¦ 127.0.0.1:80 ¦ [::1]:443 ¦ /run/app.sock ¦ @abstract ¦ [fe80::1%eth0]:80 ¦ vsock:2:1234 ¦ vsock::1234 ¦ 0 ¦ 65535 ¦ 65536 ¦ localhost:80 ¦ run/app.sock ¦ /var/run/x ¦ ::1 ¦ 127.0.0.1 ¦ /run/%i.sock ¦ :80 ¦ *:80 ¦ [::1] ¦ vsock-stream:2:1 ¦ vsock:x:1 ¦ "8080" ¦ %t/x ¦ @ ¦ [::ffff:1.2.3.4]:5 ¦ /run/../x ¦ 8080 8081
socket-address-sequential: /run/app.sock ¦ @abstract ¦ 8080 ¦ vsock:2:1 ¦ run/x ¦ /var/run/x ¦ [::1]:80 ¦ %t/x ¦ vsock-seqpacket:2:1 ¦ / ¦ @%i ¦ /run/a/../b
socket-bind-rule: 80 ¦ any ¦ tcp:80 ¦ ipv4:udp:1000-2000 ¦ ipv6:53 ¦ udp ¦ ipv4:tcp ¦ 0 ¦ 65536 ¦ 2000-1000 ¦ tcp:any ¦ ipv4:any ¦ sctp:80 ¦ ipv4:tcp:80:x ¦ IPv4:80 ¦ ipv4 ¦ 80,81 ¦ "tcp:80" ¦ tcp: ¦ %i
socket-protocol: udplite ¦ sctp ¦ mptcp ¦ tcp ¦ UDPLITE ¦ 132 ¦ 262 ¦ nonsense ¦ udp
socket-timestamping: off ¦ us ¦ ns ¦ usec ¦ nsec ¦ µs ¦ μs ¦ yes ¦ ms ¦ Off ¦ no
socket-unit-list: app.socket ¦ a.socket b.socket ¦ app.service ¦ app ¦ %p.socket ¦ %Q.socket a.socket ¦ "a.socket" ¦ a.socket,b.socket ¦ a@.socket ¦ a@x.socket ¦ ä.socket
standard-input: null ¦ tty ¦ tty-force ¦ tty-fail ¦ data ¦ file:/etc/x ¦ socket ¦ fd ¦ fd:name ¦ fd: ¦ file:rel ¦ file: ¦ journal ¦ Null ¦ fd:a:b ¦ file:/x/%i ¦ fd:%i ¦ file:/a/../b ¦ file:%h/x
standard-output: inherit ¦ null ¦ tty ¦ journal ¦ journal+console ¦ kmsg ¦ kmsg+console ¦ syslog ¦ syslog+console ¦ file:/var/log/x ¦ append:/x ¦ truncate:/x ¦ socket ¦ fd ¦ fd:name ¦ fd: ¦ append:rel ¦ /dev/null ¦ file:/x/%i ¦ console ¦ truncate: ¦ Journal ¦ file:~/x ¦ syslog+journal ¦ append:/a//b
swap-priority: 0 ¦ 5 ¦ -1 ¦ 32767 ¦ 32768 ¦ -2 ¦ x ¦ 0x10 ¦ +7 ¦ 1.5 ¦ 100000
syscall-architecture-list: native ¦ x86-64 ¦ x86 x86-64 x32 ¦ arm64 ¦ nonsense native ¦ amd64 ¦ native,x86 ¦ X86 ¦ "native" ¦ mips-le ¦ x86_64 ¦ ~x86 ¦ riscv64 loongarch64
syscall-error-number: EPERM ¦ EACCES ¦ 1 ¦ kill ¦ 4095 ¦ 4096 ¦ 0 ¦ eperm ¦ ENONSENSE ¦ Kill ¦ -1 ¦ EAGAIN EPERM ¦ ENOSYS ¦ +5
syscall-filter: @system-service ¦ read write ¦ ~@clock ¦ ~@debug:EPERM @mount:kill ¦ open:EPERM ¦ nonsense read ¦ @nonsense ¦ ~ ¦ read,write ¦ "read write" ¦ ~~read ¦ ~@privileged @resources:1 ¦ 1 ¦ ~read:4096 ¦ @default:0 ¦ READ ¦ ~read:nonsense ¦ ~write:kill ¦ ptrace chroot pivot_root ¦ 'read ¦ @known ¦ ~read: ¦ @chown @file-system @pkey
syscall-list: @known ¦ read write ¦ ~@clock ¦ nonsense ¦ @nonsense ¦ ~ ¦ read,write ¦ ~read:EPERM ¦ "read" ¦ READ ¦ @basic-io @io-event ¦ 5
syslog-facility: daemon ¦ user ¦ local0 ¦ local7 ¦ authpriv ¦ auth ¦ kern ¦ local8 ¦ Daemon ¦ 3 ¦ cron ¦ 24 ¦ mail
syslog-level: info ¦ debug ¦ emerg ¦ err ¦ warning ¦ notice ¦ crit ¦ alert ¦ error ¦ warn ¦ 3 ¦ 8 ¦ Info ¦ 7
tasks-limit: 512 ¦ infinity ¦ 10% ¦ 0 ¦ 0% ¦ 101% ¦ -1 ¦ 1K ¦ 100% ¦ 12.5% ¦ x ¦ 18446744073709551615 ¦ 0x10 ¦ 1.5
temporary-filesystem-list: /var ¦ /var:ro ¦ /var:ro,size=10M /tmp ¦ "/a b:mode=0700" ¦ var ¦ /a/../b ¦ /x/%i:ro ¦ /var: ¦ :ro ¦ /var:nonsense ¦ /a:b:c ¦ /%Q ¦ '/a ¦ /proc/x
time-span: 5s ¦ 5min 20s ¦ 1h ¦ infinity ¦ 0 ¦ 100ms ¦ 1.5h ¦ 30 ¦ 2weeks ¦ 5 minuts ¦ -1 ¦ 1d 2h 3m 4s ¦ 5S ¦ .5s ¦ 1. ¦ 1y ¦ Infinity ¦ 5 s ¦ 10us ¦ 5M ¦ +5s ¦ 1e3 ¦ 5s5 ¦ infinity s ¦ 1000000y ¦ 5,5s ¦ 3µs ¦ 0x5
time-span-nanoseconds: 50us ¦ 100ns ¦ 1ms ¦ 50000 ¦ 0 ¦ infinity ¦ 1.5us ¦ -1 ¦ 5 minuts ¦ 1s 5ns ¦ 5nsec ¦ +5 ¦ 1h ¦ x
timeout-failure-mode: terminate ¦ abort ¦ kill ¦ Kill ¦ none ¦ term
unit-list: network.target ¦ a.service b.service ¦ dbus.socket ¦ foo.servce ¦ a@x.service ¦ a@.service ¦ a.service,b.service ¦ "a.service" ¦ %i.service ¦ app@%i.service ¦ %Q.service ¦ a ¦ dev-sda1.device ¦ a b.service ¦ -.mount ¦ a\x2db.service ¦ ä.service ¦ .service ¦ A.SERVICE ¦ x.slice y.path z.timer ¦ /srv/x ¦ a@b@c.service ¦ %n ¦ #x ; y ¦ %%.service
unit-name: app.service ¦ app@x.service ¦ foo.target ¦ app ¦ foo.servce ¦ app@.service ¦ %p.service ¦ %Q.service ¦ a b.service ¦ a/b.service ¦ x.timer ¦ ä.service ¦ app@%i.service
unsigned-integer: 0 ¦ 1 ¦ 100 ¦ 4294967295 ¦ 4294967296 ¦ -1 ¦ 0x10 ¦ 0b11 ¦ 0o17 ¦ 010 ¦ +5 ¦ abc ¦ 1.5 ¦ 1 2 ¦ 65536 ¦ infinity ¦ 09
user: web ¦ root ¦ 0 ¦ 1000 ¦ app-%i ¦ nobody ¦ 65535 ¦ 4294967295 ¦ a b ¦ -x ¦ a:b ¦ a/b ¦ 00 ¦ .. ¦ Ünicode ¦ a.b ¦ 1web ¦ x$ ¦ %Q ¦ 65534 ¦ "x" ¦ web web ¦ 4294967294
utmp-mode: init ¦ login ¦ user ¦ Init ¦ none ¦ logout
weight: 100 ¦ 1 ¦ 10000 ¦ 0 ¦ 10001 ¦ -1 ¦ x ¦ 0x64 ¦ 010 ¦ idle ¦ 1.5 ¦ 50%
working-directory: /srv ¦ ~ ¦ -/srv ¦ -~ ¦ srv ¦ -srv ¦ /srv/../x ¦ /srv//a/. ¦ ~/x ¦ %h ¦ /%Q ¦ -/%Q ¦ - ¦ /a b ¦ "/a b" ¦ /proc/x ¦ --/x ¦ / ¦ ~web
`;

/** The values of each kind. */
export const samples: ReadonlyMap<KindId, readonly string[]> = new Map(table.trim().split("\n").flatMap(readLine));

function readLine(line: string): [KindId, string[]][] {
  const colon = line.indexOf(": ");
  const values = line.slice(colon + 2).split(/ ?¦ ?/);
  return line
    .slice(0, colon)
    .split(", ")
    .map((kind): [KindId, string[]] => [kind, values]);
}
