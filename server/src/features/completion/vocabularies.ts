/** Words of kinds whose grammars take any text, yet of which some are usual or known to the host. */
import type { KindId } from "../../catalog/directive.ts";
import { valueKind } from "../../values/index.ts";
import type { Offer } from "./candidate.ts";
import { listFolder } from "./disk.ts";
import type { ValuePlace } from "./place.ts";
import { wordAt } from "./word-at.ts";
import { offerWords } from "./words.ts";

/** Usual words at the cursor. */
export function usualWords(place: ValuePlace): Offer | undefined {
  const words = vocabularies[place.kind.id]?.(place) ?? [];
  return words.length === 0 ? undefined : offerWords(place, words);
}

/** The errors behind the colon of `read:EPERM`. */
export function systemCallErrors(place: ValuePlace): Offer | undefined {
  const word = wordAt(place, ":");
  if (word === undefined || !word.before.endsWith(":")) return undefined;
  const words = valueKind("syscall-error-number")?.words?.(place.at) ?? [];
  return { span: word.span, candidates: words.map(label => ({ label, kind: "value" })) };
}

const filesystems =
  "ext4 xfs btrfs vfat tmpfs nfs nfs4 cifs iso9660 f2fs squashfs overlay erofs exfat ntfs3 ext2 ext3 9p fuse virtiofs";
const mountWords =
  "defaults ro rw noatime relatime nosuid nodev noexec sync async discard remount bind rbind uid= gid= mode= size= umask=";

const vocabularies: Readonly<Record<KindId, (place: ValuePlace) => readonly string[]>> = {
  "bind-to-device": interfaces,
  "condition-os-release": () => [
    "ID=",
    "ID_LIKE=",
    "VERSION_ID=",
    "VERSION_CODENAME=",
    "VARIANT_ID=",
    "IMAGE_ID=",
    "BUILD_ID=",
  ],
  "condition-path": ({ directive }) => (directive.name.endsWith("NeedsUpdate") ? ["/etc", "/var"] : []),
  "condition-pressure": ({ text, cursor }) => (text.slice(0, cursor).includes("/") ? ["10sec", "1min", "5min"] : []),
  "filesystem-list": () => filesystems.split(" "),
  "filesystem-type": () => filesystems.split(" "),
  "mount-options": () => mountWords.split(" "),
  "network-interface": interfaces,
  "network-interface-list": interfaces,
};

/** What the host has now; images have none. */
function interfaces(place: ValuePlace): readonly string[] {
  if (place.snapshot.roots.length > 0) return [];
  return listFolder(place, "/sys/class/net", () => true).map(({ name }) => name);
}
