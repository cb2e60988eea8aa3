/** Directives that keep others safe from a service: to lose one in silence is worse than to lose another. */

const names = new Set(
  `AmbientCapabilities AppArmorProfile BindReadOnlyPaths CapabilityBoundingSet DeviceAllow DevicePolicy DynamicUser ExecPaths Group
  ImportCredential InaccessiblePaths IPAddressAllow IPAddressDeny IPCNamespacePath KeyringMode LoadCredential LoadCredentialEncrypted
  LockPersonality MemoryDenyWriteExecute NetworkNamespacePath NoExecPaths NoNewPrivileges ProcSubset ReadOnlyPaths ReadWritePaths
  RemoveIPC RootDirectory RootHash RootImage RootMStack SecureBits SELinuxContext SetCredentialEncrypted SmackProcessLabel SocketBindAllow
  SocketBindDeny SupplementaryGroups SystemCallArchitectures SystemCallFilter TemporaryFileSystem UMask User UserNamespacePath`.split(
    /\s+/,
  ),
);

/** Whether a directive is part of a unit's sandbox or says as whom it runs. */
export function isProtective(name: string): boolean {
  return names.has(name) || /^(?:Private|Protect|Restrict)(?!$)/.test(name);
}
