# Yocto: `IMAGE_CLASSES += "unitlint"` checks the units of each image. Needs unitlint on the build host, listed in HOSTTOOLS.
HOSTTOOLS += "unitlint node"
ROOTFS_POSTPROCESS_COMMAND += "check_units;"

check_units() {
    unitlint --root ${IMAGE_ROOTFS}
}
