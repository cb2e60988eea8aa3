/** Advice on devices. */
import { isSet } from "../../model/reading.ts";
import { asRoot, mentions, said } from "./evidence.ts";
import { firstOf, type Hardening, type Objection } from "./hardening.ts";
import { known } from "./programs.ts";

/** The devices that everybody has stay, also with PrivateDevices=yes. */
const namesDevice = mentions(["/dev", "/sys/class", "/sys/bus"], path =>
  /^\/dev\/(?:null|zero|full|random|urandom|tty|ptmx|stdin|stdout|stderr|fd|log|shm|mqueue)(?:\/|$)/.test(path),
);

const bindsDevice: Objection = ({ partners }) => {
  const device = partners.find(
    name => name.endsWith(".device") || /^(?:systemd-udev|sound|bluetooth|printer|smartcard)/.test(name),
  );
  return device && `it is tied to ${device}`;
};

const usesTerminal: Objection = ({ settings }) => {
  const name = ["StandardInput", "StandardOutput", "StandardError"].find(name =>
    /^(?:tty|kmsg)/.test(settings.of("Service", name)?.effective.at(-1)?.entry.value.text ?? ""),
  );
  if (name !== undefined) return `${name}= connects it to a terminal or the kernel's log`;
  return isSet(settings, "Service", "TTYPath") ? "TTYPath= gives it a terminal" : undefined;
};

const inDeviceGroup: Objection = ({ settings }) => {
  const group = ["SupplementaryGroups", "Group"]
    .flatMap(name => settings.of("Service", name)?.effective ?? [])
    .flatMap(({ entry }) => entry.value.text.split(/\s+/))
    .find(name => deviceGroups.has(name));
  return group && `the group ${group} is there for devices`;
};

const deviceGroups: ReadonlySet<string> = new Set(
  `audio bluetooth cdrom dialout disk floppy gpio i2c input kmem kvm lp modem netdev plugdev pulse render scanner sgx spi tape tty usb uucp
  vboxusers video`.split(/\s+/),
);

/** Whether it needs a device that not everybody has, by all that the unit tells. */
export const usesDevices = firstOf(
  said("DeviceAllow"),
  said("DevicePolicy"),
  namesDevice,
  bindsDevice,
  usesTerminal,
  inDeviceGroup,
  known("devices"),
);

export const devices: readonly Hardening[] = [
  {
    lines: [{ name: "PrivateDevices", value: "yes" }],
    improves: [
      "PrivateDevices",
      "DeviceAllow",
      "CapabilityBoundingSet_CAP_MKNOD",
      "CapabilityBoundingSet_CAP_SYS_RAWIO",
    ],
    theme: "devices",
    means: "mounts",
    level: "safe",
    forbids: "Sees no devices but /dev/null and its like",
    breaks: "It talks to hardware: disks, sound, serial lines, GPUs",
    objection: firstOf(usesDevices, known("containers"), asRoot("use any device")),
  },
  {
    lines: [{ name: "DevicePolicy", value: "closed" }],
    improves: ["DeviceAllow"],
    theme: "devices",
    means: "cgroup",
    level: "safe",
    forbids: "Opens no devices but /dev/null and its like, and what DeviceAllow= lists",
    breaks: "It talks to hardware that DeviceAllow= does not list",
    objection: firstOf(usesDevices, known("containers"), asRoot("use any device")),
  },
  {
    lines: [{ name: "DeviceAllow", value: "" }],
    improves: ["DeviceAllow"],
    theme: "devices",
    means: "cgroup",
    level: "strict",
    forbids: "Opens none of the devices that DeviceAllow= listed",
    breaks: "It needs what was listed",
  },
];
