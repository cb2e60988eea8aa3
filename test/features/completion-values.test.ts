/** Completion of values: words, lists, units, specifiers, measures, events and conditions. */
import { test } from "node:test";
import { checkChosen, checkDetail, checkMissing, checkOffered, checkResolved } from "../support/completions.ts";

const units = `-- a.service --
[Unit]
Description=What a does
[Service]
ExecStart=/a
-- b.service --
[Service]
ExecStart=/b
-- b@.service --
[Service]
ExecStart=/b %i
-- c.socket --
[Socket]
ListenStream=80
-- d.slice --
[Slice]
`;

test("words of enumerations, with what they mean", () => {
  checkOffered("[Service]\nType=<|>", "simple exec forking oneshot dbus notify notify-reload idle");
  checkOffered("[Service]\nType=<|>", "simple exec forking oneshot dbus notify idle", { version: 252 });
  checkDetail("[Service]\nType=<|>", "oneshot", "started when its commands have ended");
  checkChosen("[Service]\nRestart=on-f<|>\n", "on-failure", "[Service]\nRestart=on-failure<|>\n");
  checkChosen("[Service]\nRestart=<|>no\n", "always", "[Service]\nRestart=always<|>\n");
  checkChosen("[Service]\nRestart =  <|>\n", "no", "[Service]\nRestart =  no<|>\n");
  checkOffered("[Service]\nType=smiple<|>", "simple");
  checkOffered("[Service]\nType=simple <|>", "");
  checkOffered("[Service]\nProtectSystem=<|>", "yes no full strict");
  checkOffered("[Service]\nStandardOutput=app<|>", "append: …");
});

test("booleans", () => {
  checkOffered("[Service]\nPrivateTmp=y<|>", "yes …");
  checkOffered("[Service]\nRemainAfterExit=<|>", "yes no");
  checkOffered("[Service]\nRemainAfterExit=t<|>", "true");
});

test("lists offer what is not in them yet, one word at a time", () => {
  checkOffered("[Service]\nSystemCallFilter=~@mou<|>", "@mount @module");
  checkChosen("[Service]\nSystemCallFilter=~@mou<|> @swap", "@mount", "[Service]\nSystemCallFilter=~@mount<|> @swap");
  checkMissing("[Service]\nSystemCallFilter=@mount @<|>", "@mount");
  checkOffered("[Service]\nSystemCallFilter=~read:EPER<|>", "EPERM …");
  checkOffered("[Service]\nCapabilityBoundingSet=CAP_CHOWN net_admi<|>", "CAP_NET_ADMIN");
  checkOffered("[Service]\nRestrictAddressFamilies=AF_UNIX AF_INE<|>", "AF_INET AF_INET6 …");
  checkOffered("[Service]\nKillSignal=TERM<|>", "SIGTERM …");
  checkOffered("[Service]\nSuccessExitStatus=SIGTER<|>", "SIGTERM …");
  checkOffered("[Service]\nSecureBits=noroo<|>", "noroot noroot-locked");
  checkOffered("[Service]\nBPFDelegateCommands=BPFMapCreate,any<|>", "any …", { version: 262 });
  checkOffered("[Service]\nRootImagePolicy=root=sig<|>", "signed");
  checkOffered("[Service]\nNFTSet=cgroup:ine<|>", "inet …");
});

test("a list may be turned around", () => {
  checkChosen("[Service]\nSystemCallFilter=<|>", "~", "[Service]\nSystemCallFilter=~<|>");
  checkMissing("[Service]\nSystemCallFilter=~<|>", "~");
  checkMissing("[Service]\nSystemCallFilter=read <|>", "~");
});

test("what groups of system calls hold is told lazily", () => {
  checkResolved("[Service]\nSystemCallFilter=@swa<|>", "@swap", [
    "`@swap`: swap space (2 names)",
    "It holds `swapoff`, `swapon`",
  ]);
  checkResolved("[Service]\nSystemCallFilter=swapof<|>", "swapoff", ["In `@swap`"]);
});

test("units: those nearby first, then what systemd ships, but not those that are named, nor this one", () => {
  checkOffered(`[Unit]\nAfter=<|>\n${units}`, "a.service b.service b@.service c.socket d.slice …");
  checkOffered(`[Unit]\nAfter=a.service b<|>\n${units}`, "b.service b@.service basic.target …");
  checkChosen(`[Unit]\nAfter=a.service b<|>\n${units}`, "b.service", "[Unit]\nAfter=a.service b.service<|>\n");
  checkMissing(`[Unit]\nAfter=a.service <|>\n${units}`, "a.service app.service");
  checkOffered("[Unit]\nWants=network-on<|>", "network-online.target …");
  checkOffered("[Unit]\nWants=netwrok-online.target<|>", "network-online.target");
  checkOffered("[Install]\nWantedBy=mul<|>", "multi-user.target …");
  checkDetail(`[Unit]\nAfter=<|>\n${units}`, "a.service", "/units");
  checkResolved(`[Unit]\nAfter=<|>\n${units}`, "a.service", ["What a does", "`/units/a.service`"]);
});

test("units of the types that a key takes", () => {
  checkOffered(`[Service]\nSockets=<|>\n${units}`, "c.socket …");
  checkMissing(`[Service]\nSockets=<|>\n${units}`, "a.service d.slice basic.target");
  checkOffered(`[Service]\nSlice=<|>\n${units}`, "d.slice …");
  checkOffered(`-- x.socket --\n[Socket]\nService=<|>\n${units}`, "a.service b.service …");
  checkMissing(`-- x.socket --\n[Socket]\nService=<|>\n${units}`, "c.socket b@.service");
  checkOffered(`-- x.timer --\n[Timer]\nUnit=<|>\n-- y.timer --\n${units}`, "a.service b.service b@.service …");
  checkMissing(`-- x.timer --\n[Timer]\nUnit=<|>\n-- y.timer --\n${units}`, "y.timer");
});

test("templates and their instances", () => {
  checkChosen(`[Unit]\nAfter=b@<|>\n${units}`, "b@.service", "[Unit]\nAfter=b@.service<|>\n");
  checkChosen(`[Unit]\nAfter=b@<|>\n${units}`, "b@.service", "[Unit]\nAfter=b@${1:instance}.service<|>\n", {
    asking: { snippets: true },
  });
  checkChosen(`[Unit]\nAfter=b@one<|>\n${units}`, "b@one.service", "[Unit]\nAfter=b@one.service<|>\n");
  checkOffered(`-- x@.socket --\n[Socket]\nService=b@<|>\n${units}`, "b@%i.service …");
});

test("specifiers behind a percent sign, as far as systemd resolves them", () => {
  checkOffered('[Service]\nEnvironment="A=%<|>"', "%f %i %I %j %J %n %N %p %P %a …");
  checkChosen('[Service]\nEnvironment="A=%<|>"', "%n", '[Service]\nEnvironment="A=%n<|>"');
  checkChosen('[Service]\nEnvironment="A=%n<|>"', "%N", '[Service]\nEnvironment="A=%N<|>"');
  checkOffered('[Service]\nEnvironment="A=%<|>', "%f …");
  checkMissing("[Unit]\nAfter=%<|>", "%h %f");
  checkOffered("[Unit]\nAfter=x@%<|>.service", "%i …");
  checkDetail("[Service]\nExecStart=/bin/x %<|>", "%n", "the full name of the unit");
  checkResolved("-- a@.service --\n[Service]\nExecStart=/bin/x %<|>", "%i", ["For example `test_instance`"]);
  checkResolved("[Service]\nExecStart=/bin/x %<|>", "%N", ["Here `app`"]);
  checkOffered("[Service]\nCPUQuota=50%<|>", "");
  checkOffered("[Service]\nMemoryMax=50%<|>", "%");
  checkOffered("[Service]\nExecStart=/bin/x %%<|>", "");
});

test("units of time and of size behind numbers", () => {
  checkOffered("[Service]\nTimeoutSec=<|>", "infinity");
  checkOffered("[Service]\nTimeoutSec=5<|>", "s min h d w month y ms us");
  checkOffered("[Service]\nTimeoutSec=1h 5mi<|>", "min minutes minute");
  checkChosen("[Service]\nTimeoutSec=1h 5m<|>s", "min", "[Service]\nTimeoutSec=1h 5min<|>");
  checkDetail("[Service]\nTimeoutSec=5<|>", "min", "minutes");
  checkOffered("[Service]\nMemoryMax=512<|>", "K M G T %");
  checkOffered("[Service]\nLimitNOFILE=1024:inf<|>", "infinity");
});

test("calendar events, with the next elapse", () => {
  checkOffered("-- a.timer --\n[Timer]\nOnCalendar=<|>", "minutely hourly daily weekly monthly …");
  checkDetail("-- a.timer --\n[Timer]\nOnCalendar=<|>", "daily", "next Fri 2026-01-02 00:00:00 UTC");
  checkDetail("-- a.timer --\n[Timer]\nOnCalendar=<|> 09:00", "Mon", "next Mon 2026-01-05 09:00:00 UTC");
  checkDetail("-- a.timer --\n[Timer]\nOnCalendar=<|>", "Sun", undefined, { asking: { clock: undefined } });
  checkOffered("-- a.timer --\n[Timer]\nOnCalendar=Wed..<|>", "Thu Fri Sat Sun");
  checkChosen("-- a.timer --\n[Timer]\nOnCalendar=Mon,F<|> 10:00", "Fri", "[Timer]\nOnCalendar=Mon,Fri<|> 10:00");
  checkOffered("-- a.timer --\n[Timer]\nOnCalendar=Mon 10:00 Europe/Berl<|>", "Europe/Berlin");
  checkOffered("-- a.timer --\n[Timer]\nOnCalendar=dialy<|>", "daily");
});

test("conditions, behind their signs", () => {
  checkOffered("[Unit]\nConditionVirtualization=!contai<|>", "container container-other");
  checkOffered("[Unit]\nConditionArchitecture=|!arm<|>", "arm arm-be arm64 arm64-be …");
  checkOffered("[Unit]\nConditionSecurity=tp<|>", "tpm2 …");
  checkOffered("[Unit]\nConditionFirmware=<|>", "uefi device-tree device-tree-compatible( smbios-field( | !");
  checkChosen("[Unit]\nConditionFirmware=smb<|>", "smbios-field(", "[Unit]\nConditionFirmware=smbios-field($1)<|>", {
    asking: { snippets: true },
  });
  checkOffered("[Unit]\nConditionACPower=<|>", "yes no | !");
  checkOffered("[Unit]\nConditionCapability=CAP_SYS_TI<|>", "CAP_SYS_TIME …");
  checkOffered("[Unit]\nConditionNeedsUpdate=/et<|>", "/etc");
  checkOffered("[Unit]\nConditionMemoryPressure=10%/<|>", "10sec 1min 5min");
  checkOffered("[Unit]\nConditionOSRelease=VERSION_I<|>", "VERSION_ID=");
  checkOffered("[Unit]\nAssertPathExists=|<|>", "/dev/ /here/ /units/ !");
});

test("inside continued lines, quotes and lists", () => {
  checkChosen(
    "[Service]\nCapabilityBoundingSet=CAP_CHOWN \\\n# why\n  net_adm<|>\nType=simple\n",
    "CAP_NET_ADMIN",
    "[Service]\nCapabilityBoundingSet=CAP_CHOWN \\\n# why\n  CAP_NET_ADMIN<|>\nType=simple\n",
  );
  checkChosen(
    `[Unit]\r\nAfter=a.service \\\r\n  <|>\r\n\r\n[Service]\r\n${units}`,
    "b.service",
    "[Unit]\r\nAfter=a.service \\\r\n  b.service<|>\r\n\r\n[Service]\r\n",
  );
  checkChosen("[Unit]\nAfter=\\\n<|>", "basic.target", "[Unit]\nAfter=\\\nbasic.target<|>");
  checkChosen(
    '[Service]\nCapabilityBoundingSet="CAP_CH<|>"',
    "CAP_CHOWN",
    '[Service]\nCapabilityBoundingSet="CAP_CHOWN<|>"',
  );
});
