/**
 * Names for what may be delegated of BPF: the enumerations of the kernel's <linux/bpf.h>, without what all of a table start with.
 * systemd: bpf-delegate-configs.inc, made by src/core/generate-bpf-delegate-configs.py from the headers of 262
 */

/** All start with `BPF`. */
export const bpfCommands = named(
  "BPF",
  "MapCreate MapLookupElem MapUpdateElem MapDeleteElem MapGetNextKey ProgLoad ObjPin ObjGet ProgAttach ProgDetach " +
    "ProgTestRun ProgGetNextId MapGetNextId ProgGetFdById MapGetFdById ObjGetInfoByFd ProgQuery RawTracepointOpen " +
    "BtfLoad BtfGetFdById TaskFdQuery MapLookupAndDeleteElem MapFreeze BtfGetNextId MapLookupBatch " +
    "MapLookupAndDeleteBatch MapUpdateBatch MapDeleteBatch LinkCreate LinkUpdate LinkGetFdById LinkGetNextId " +
    "EnableStats IterCreate LinkDetach ProgBindMap TokenCreate ProgStreamReadByFd ProgAssocStructOps",
);

/** All start with `BPFMapType`. */
export const bpfMaps = named(
  "BPFMapType",
  "Unspec Hash Array ProgArray PerfEventArray PercpuHash PercpuArray StackTrace CgroupArray LruHash LruPercpuHash " +
    "LpmTrie ArrayOfMaps HashOfMaps Devmap Sockmap Cpumap Xskmap Sockhash CgroupStorageDeprecated ReuseportSockarray " +
    "PercpuCgroupStorageDeprecated Queue Stack SkStorage DevmapHash StructOps Ringbuf InodeStorage TaskStorage " +
    "BloomFilter UserRingbuf CgrpStorage Arena InsnArray Rhash",
);

/** All start with `BPFProgType`. */
export const bpfPrograms = named(
  "BPFProgType",
  "Unspec SocketFilter Kprobe SchedCls SchedAct Tracepoint Xdp PerfEvent CgroupSkb CgroupSock LwtIn LwtOut LwtXmit " +
    "SockOps SkSkb CgroupDevice SkMsg RawTracepoint CgroupSockAddr LwtSeg6local LircMode2 SkReuseport FlowDissector " +
    "CgroupSysctl RawTracepointWritable CgroupSockopt Tracing StructOps Ext Lsm SkLookup Netfilter",
);

/** All start with `BPF`. */
export const bpfAttachments = named(
  "BPF",
  "CgroupInetIngress CgroupInetEgress CgroupInetSockCreate CgroupSockOps SkSkbStreamParser SkSkbStreamVerdict " +
    "CgroupDevice SkMsgVerdict CgroupInet4Bind CgroupInet6Bind CgroupInet4Connect CgroupInet6Connect " +
    "CgroupInet4PostBind CgroupInet6PostBind CgroupUdp4Sendmsg CgroupUdp6Sendmsg LircMode2 FlowDissector CgroupSysctl " +
    "CgroupUdp4Recvmsg CgroupUdp6Recvmsg CgroupGetsockopt CgroupSetsockopt TraceRawTp TraceFentry TraceFexit " +
    "ModifyReturn LsmMac TraceIter CgroupInet4Getpeername CgroupInet6Getpeername CgroupInet4Getsockname " +
    "CgroupInet6Getsockname XdpDevmap CgroupInetSockRelease XdpCpumap SkLookup Xdp SkSkbVerdict SkReuseportSelect " +
    "SkReuseportSelectOrMigrate PerfEvent TraceKprobeMulti LsmCgroup StructOps Netfilter TcxIngress TcxEgress " +
    "TraceUprobeMulti CgroupUnixConnect CgroupUnixSendmsg CgroupUnixRecvmsg CgroupUnixGetpeername " +
    "CgroupUnixGetsockname NetkitPrimary NetkitPeer TraceKprobeSession TraceUprobeSession TraceFsession " +
    "TraceFentryMulti TraceFexitMulti TraceFsessionMulti",
);

function named(prefix: string, names: string): readonly string[] {
  return names.split(" ").map(name => `${prefix}${name}`);
}
