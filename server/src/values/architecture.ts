/** What people call processor architectures, and what systemd calls them. systemd: src/basic/architecture.c */

/** Other names in lower case, and systemd's. */
export const architectureAliases: Readonly<Record<string, string>> = {
  aarch64: "arm64",
  amd64: "x86-64",
  armel: "arm",
  armhf: "arm",
  armv6l: "arm",
  armv7l: "arm",
  hppa: "parisc",
  hppa64: "parisc64",
  i386: "x86",
  i486: "x86",
  i586: "x86",
  i686: "x86",
  ia32: "x86",
  loong64: "loongarch64",
  mips64el: "mips64-le",
  mipsel: "mips-le",
  powerpc: "ppc",
  powerpc64: "ppc64",
  powerpc64le: "ppc64-le",
  ppc64el: "ppc64-le",
  ppc64le: "ppc64-le",
  x64: "x86-64",
  x86_64: "x86-64",
};
