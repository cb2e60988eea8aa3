/** What programs are known to do that a sandbox may forbid. Names are in lower case, without version and suffix. */

/** For each need: what such a program does, the programs, and words of descriptions and unit names that point to it. */
export const programs = {
  jobs: {
    verb: "runs what others tell it to",
    names: `cron crond fcron anacron atd jobberd supervisord supervisorctl pm2 pm2-runtime monit god runit runsvdir s6-svscan circusd honcho
    foreman overmind gitlab-runner jenkins buildkite-agent runner.listener runsvc woodpecker-agent drone drone-runner-exec act_runner
    forgejo-runner buildbot buildbot-worker lava-worker openqa-worker concourse teamcity-agent bamboo-agent sshd dropbear dropbearmulti
    inetd xinetd in.telnetd telnetd rlogind in.rshd code-server jupyter jupyterhub jupyter-lab jupyter-notebook ttyd wetty gotty
    shellinaboxd webmin miniserv cockpit-ws cockpit-session cockpit-tls puppet puppetd chef-client salt-minion cfengine cf-execd
    cf-serverd ansible-pull ansible rundeck airflow nrpe nsca zabbix_agentd zabbix_agent2 check_mk_agent icinga2 slurmd slurmstepd
    condor_master pbs_mom sge_execd torqued nomad rc.local tmux screen xrdp xrdp-sesman x2gocleansessions vncserver vncsession xvnc
    systemd-run run-parts qemu-ga qemu-guest-agent waagent walinuxagent cloud-init cloud-config vmtoolsd amazon-ssm-agent
    google_guest_agent snapd packagekitd fwupd unattended-upgrade unattended-upgrades apt apt-get dnf dnf-automatic yum zypper pacman
    dpkg rpm rpm-ostree flatpak pkcon nix-daemon guix-daemon portage pip npm-install dkms make gcc incrond watchman entr procd launchd
    at batch anydesk teamviewerd rustdesk udevd systemd-udevd udevadm acpid triggerhappy thd eventlircd acpi_listen devmon
    automount-handler ifup ifdown ifupdown networkd-dispatcher nm-dispatcher dispatcher netplan ifplugd oddjobd xymonlaunch apcupsd
    upsmon upsd ocf sendmail procmail fetchmail postfix postmulti exim exim4 opensmtpd qmail qmail-send courier networkmanager connmand
    systemd systemd-executor sd-pam init openrc-run invoke-rc.d initctl at-spi-bus-launcher`,
    topics: `terminal shell login cron scheduler runner remote desktop`,
  },
  sessions: {
    verb: "opens sessions",
    names: `login agetty getty mingetty mgetty sulogin gdm gdm3 sddm lightdm lxdm xdm kdm wdm slim ly greetd kmscon xinit startx xorg weston
    sway gnome-shell gnome-session plasma-session mutter kwin_wayland hyprland cage user-session systemd-user-sessions systemd-logind
    elogind plymouthd plymouth accounts-daemon su sudo runuser doas sudo-rs pkexec machinectl polkitd console-getty serial-getty`,
    topics: `getty greeter session`,
  },
  containers: {
    verb: "makes containers or sandboxes",
    names: `docker dockerd containerd containerd-shim runc crun podman conmon buildah buildkitd cri-o crio kubelet k3s k0s rke2 microk8s lxc
    lxcfs lxc-start lxd incus incusd libvirtd virtqemud virtlxcd virtnetworkd qemu kvm qemu-system-x86_64 firecracker jailer
    cloud-hypervisor systemd-nspawn systemd-machined machined bwrap bubblewrap unshare nsenter firejail nsjail chroot schroot
    debootstrap sbuild pbuilder mock flatpak-system-helper toolbox distrobox rkt garden apptainer singularity shifter charliecloud
    chromium chrome google-chrome electron brave msedge vivaldi opera webkit2gtk epiphany puppeteer playwright vsftpd snap-confine snap
    minikube kind balena ip netns apt-cacher vzctl sysbox-mgr slurmd nomad tini-jail bst isolate judge pve-container`,
    topics: `container containers virtual virtualization hypervisor sandbox jail kubernetes pod`,
  },
  mounts: {
    verb: "mounts file systems for others",
    names: `mount umount autofs automount udisksd udisks2 udisks-daemon udevil usbmount pmount fusermount fusermount3 sshfs rclone s3fs gcsfuse
    goofys davfs2 mount.davfs mount.nfs mount.cifs curlftpfs encfs gocryptfs cryfs cryptomator mergerfs unionfs glusterfs glusterd
    glusterfsd ceph-fuse ceph-osd juicefs seaweedfs weed ntfs-3g exfat-fuse bindfs lxcfs zfs zpool zed zfs-zed cryptsetup veracrypt
    losetup kpartx rpc.gssd rpc.mountd exportfs nfsd rpc.nfsd snapd snapper btrfs timeshift afsd kafs-preload aklog moosefs mfsmount
    lizardfs beegfs lustre ocfs2 gfs2 drbd drbdadm drbdsetup multipathd iscsid iscsiadm gvfsd gvfsd-fuse xdg-document-portal vmhgfs-fuse
    vmware-vmblock-fuse vboxadd-service fstrim fsck e2scrub e2scrub_all xfs_scrub systemd-mount mdadm partprobe growpart systemd-growfs
    systemd-remount-fs keybase kbfsfuse`,
    topics: `mount mounts mounting filesystem filesystems fuse automounter disk disks volume volumes storage nfs`,
  },
  jit: {
    verb: "writes the code that it runs",
    names: `java javaw jre jsvc tomcat node nodejs npm npx yarn pnpm tsx ts-node deno bun luajit dotnet mono mono-sgen pypy pypy3 chromium
    chrome electron firefox julia erl beam beam.smp erlexec elixir iex mix rabbitmq-server ejabberd couchdb gjs gjs-console cjs seed js
    php php-fpm php-cgi hhvm ruby irb rails puma unicorn python python3 uwsgi gunicorn uvicorn celery perl mongod mongos postgres
    postmaster qemu sbcl racket guile ghci scala kotlin clojure gradle mvn nginx openresty haproxy kresd rspamd suricata snort
    pdns_recursor dnsdist clamd clamonacc freshclam wine box64 box86 fex llvmpipe swift wasmtime wasmer emacs tarantool mariadb-jit
    rscript octave nvim pwsh powershell jellyfin emby plex gnome-shell polkitd home-assistant hass`,
    topics: `java python jvm ruby php`,
  },
  clock: {
    verb: "sets the clock",
    names: `ntpd ntpdate ntpsec chronyd chrony openntpd sntp systemd-timesyncd timesyncd hwclock date timedatectl systemd-timedated ptp4l
    phc2sys ts2phc gpsd ntpviz busybox-ntpd rdate tlsdate htpdate adjtimex fake-hwclock rtcwake clockspeed statime timemaster sntpd
    vmtoolsd vboxservice vboxadd-service`,
    topics: `clock ntp ptp rtc time gps hwclock`,
  },
  modules: {
    verb: "loads kernel modules",
    names: `modprobe insmod rmmod kmod depmod systemd-modules-load dkms iptables ip6tables nft nftables ipset firewalld ufw shorewall ferm
    firehol fail2ban fail2ban-server sshguard crowdsec-firewall-bouncer openvpn wg wg-quick wireguard boringtun tailscaled zerotier-one
    ipsec charon charon-systemd starter pluto strongswan libreswan xl2tpd l2tpns pppd pptpd nm-openvpn NetworkManager networkmanager
    connman connmand wpa_supplicant hostapd bluetoothd brltty dahdi_cfg zfs zpool lvm dmsetup cryptsetup drbdadm usbip usbipd
    usb_modeswitch usb_modeswitch_dispatcher zramctl zram zramswap zramstart swapspace iscsid tgtd targetctl targetcli nvme nbd-client
    nbd-server nbdkit modules-load sensors sensord sensors-detect lm_sensors mcelog rasdaemon akmods akmodsbuild tlp tuned powertop
    laptop-mode ipmievd ipmitool openipmi vboxadd vboxdrv vmware nvidia-persistenced nvidia-modprobe bumblebeed kdump kdumpctl kexec
    usbguard-daemon teamd ovs-vswitchd ovsdb-server ovs-ctl ovn-ctl ifup tc keepalived ldirectord ipvsadm conntrackd ulogd netconsole
    netconsole-setup rpc.nfsd rpc.statd nfsdcltrack exportfs mount autofs snapd frr zebra bird batctl kafs-preload aoe-discover
    fan-control fancontrol`,
    topics: `module modules firewall vpn tunnel driver drivers wireless wifi bluetooth hardware sensors`,
  },
  tunables: {
    verb: "changes kernel settings",
    names: `sysctl procps systemd-sysctl tuned tlp powertop laptop-mode irqbalance numad ksmtuned ksmd cpupower cpufreqd cpufrequtils thermald
    auto-cpufreq power-profiles-daemon upowerd fancontrol thinkfan mbpfan nbfc i8kmon udevd systemd-udevd networkmanager
    systemd-networkd connmand dhcpcd dhclient openvpn wg-quick tailscaled zerotier-one charon starter pluto frr zebra bird bird6 radvd
    keepalived ovs-vswitchd teamd firewalld ufw shorewall firehol ferm docker dockerd libvirtd kubelet multipathd mdadm mdmon lvm iscsid
    zed fstrim hdparm sdparm smartd rasdaemon mcelog sensors sensord systemd-backlight systemd-rfkill rfkill brightnessctl acpid
    usbguard-daemon usb_modeswitch usb_modeswitch_dispatcher bluetoothd brltty gpio pigpiod ethtool x86_energy_perf_policy earlyoom
    systemd-oomd nohang zramctl hostapd wpa_supplicant nvidia-persistenced gamemoded undervolt ryzenadj asusd supergfxd liquidctl
    openrgb wd_keepalive lldpd mount usbrelay svxlink_gpio_up rmtfs nvme drbdsetup ksm dbeacon`,
    topics: `kernel power cpu fan thermal battery hardware tuning sysctl firewall router routing network wireless irq backlight gpio usb memory`,
  },
  "kernel log": {
    verb: "reads or writes the kernel's log",
    names: `rsyslogd syslog-ng syslogd klogd sysklogd metalog socklog journald systemd-journald dmesg kmsg mcelog rasdaemon abrtd abrt-dump-oops
    abrt-watch-log kerneloops logcheck vector fluentd fluent-bit td-agent filebeat journalbeat promtail telegraf nxlog sysdig falco
    auditd auditbeat rngd ulogd systemd-pstore earlyoom nohang lynis netconsole netconsole-setup svlogd busybox`,
    topics: `kernel syslog logging audit oops`,
  },
  cgroups: {
    verb: "manages control groups",
    names: `docker dockerd containerd podman conmon crio cri-o kubelet k3s lxc lxc-start lxd incusd libvirtd systemd-machined cgrulesengd
    cgconfigparser cgmanager cgexec cgcreate slurmd condor_master nomad garden systemd-nspawn systemd-oomd uresourced gamemoded ananicy
    ananicy-cpp elogind systemd-logind mesos-agent mesos-slave isolate pve-container qmeventd realtimesd cpulimit oomd uwsm`,
    topics: `cgroup cgroups container containers resource`,
  },
  hostname: {
    verb: "sets the host name",
    names: `hostname hostnamectl systemd-hostnamed cloud-init dhclient dhcpcd udhcpc networkmanager connmand avahi-autoipd domainname
    nisdomainname ypbind systemd-networkd systemd-firstboot waagent realmd sssd winbindd`,
    topics: `hostname dhcp`,
  },
  setuid: {
    verb: "gains privileges through setuid programs",
    names: `sudo su doas pkexec runuser sendmail mail mailx mutt msmtp exim exim4 postfix qmail postdrop newuidmap newgidmap fusermount
    fusermount3 ping ping6 fping traceroute mtr at crontab passwd chsh chfn gpasswd unix_chkpwd ssh-keysign dbus-daemon-launch-helper
    mount umount bwrap podman dockerd-rootless dumpcap wireshark tshark smokeping nagios nagios3 nagios4 icinga icinga2 nrpe
    zabbix_server zabbix_proxy shinken centengine naemon logrotate smartd mdadm apache2 httpd apachectl php-fpm lighttpd mailman
    mailman3 sympa majordomo spamass-milter procmail fetchmail dovecot dovecot-lda maildrop courier chromium chrome google-chrome
    electron slock xlock vmware virtualbox vboxheadless vboxwebsrv suexec cgiwrap fcgiwrap cockpit-session polkit-agent-helper-1 snap
    snap-confine firejail keybase rancid rancid-run sssd sssd-nss sssd-pam sssd-ssh sssd-sudo sssd-autofs sssd-kcm sssd-ifp sssd_nss
    sssd_pam sssd_ssh sssd_sudo sssd_autofs sssd_be sssd_kcm sssd_ifp ospd-openvas openvas screen mopidy polkitd lava-worker
    e2scrub_fail xfs_scrub_fail squid pinger nullmailer ssmtp esmtp dma`,
    topics: `monitoring mail mailing nagios failure failures reporting report notify notification notifications alert alerts`,
  },
  devices: {
    verb: "uses devices",
    names: `mpd pulseaudio pipewire wireplumber pipewire-pulse jackd alsactl timidity fluidsynth speech-dispatcher espeak espeakup mopidy
    shairport-sync snapclient snapserver spotifyd librespot raspotify squeezelite owntone upmpdcli gmediarender bluealsa bluealsa-aplay
    kodi vlc cvlc mpv mplayer ffmpeg gst-launch tvheadend vdr mythbackend mythtv oscam minisatip dvblast motion motioneye zoneminder
    zmdc zmc mjpg_streamer ustreamer frigate v4l2rtspserver obs gpsd chronyd ntpd ptp4l upsd upsdrvctl apcupsd nut-driver usbhid-ups
    lircd lircmd irexec inputlirc triggerhappy evdev keyd kmonad xremap interception kanata ratbagd libratbag logid solaar
    input-remapper bluetoothd pcscd gpg-agent scdaemon cupsd ipp-usb saned scanbd sane hostapd wpa_supplicant iwd modemmanager gammu
    gammu-smsd smsd asterisk dahdi_cfg freeswitch qemu libvirtd jellyfin plex plexmediaserver emby emby-server ollama llama-server
    invokeai comfyui nvidia-persistenced nvidia-smi dcgm octoprint klipper klippy moonraker home-assistant hass zigbee2mqtt zwave
    zwavejs zwave-js-ui node-red esphome deconz domoticz openhab rtl_433 rtl_tcp dump1090 dump1090-fa readsb piaware rtl_power direwolf
    ax25d kissattach svxlink svxlink_gpio_up ser2net socat minicom conserver picocom getty agetty watchdog wd_keepalive smartd hddtemp
    hdparm hd-idle udisksd mdadm lvm dmeventd zed cryptsetup fwupd thermald colord brltty usbmuxd usbguard-daemon usbip usbipd
    usb_modeswitch usb_modeswitch_dispatcher openrgb liquidctl nvme multipathd iscsid tgtd tang clevis tpm2-abrmd tcsd rngd haveged
    jitterentropy-rngd openvpn tincd vtund n2n edge wireguard boringtun tailscaled zerotier-one softethervpn vpnserver vpnc openconnect
    ocserv l2tpns xl2tpd pppd pptpd cloudflared nbd-server nbd-client mtx bacula-sd bareos-sd amanda weston sway gdm powermand ipmievd
    ipmiseld openipmi radosgw-gpu osmo-trx osmo-bts-trx owserver owfs digitemp temper temper-exporter pigpiod gpiod usbrelay lcdproc
    lcdd g15daemon fancontrol thinkfan mbpfan i8kmon ddcutil brightnessctl acpid rmtfs qrtr-ns pd-mapper tqftpserv ovs-vswitchd dpdk
    nvidia-fabricmanager speaker-test aplay arecord`,
    topics: `audio sound music video camera webcam tv dvb gpu serial usb modem bluetooth printer printing scanner hardware sensor sensors ups gps radio sdr
    zigbee zwave smart card smartcard tape vpn tunnel device devices watchdog infrared remote keyboard lcd gpio kvm`,
  },
  realtime: {
    verb: "asks for real-time scheduling",
    names: `pulseaudio pipewire wireplumber rtkit-daemon jackd jackdbus mpd mopidy chronyd ntpd corosync pacemakerd multipathd keepalived
    watchdog ptp4l phc2sys asterisk freeswitch dvblast gpsd sanlock wdmd dlm_controld qemu libvirtd chrt cyclictest gamemoded tuned
    fluidsynth squeezelite shairport-sync snapclient icecast liquidsoap linuxcnc klippy schedtool ananicy ananicy-cpp systemd-journald
    dahdi_cfg openl2tpd mythbackend kodi tvheadend iscsid srsenb srsepc gnbsim amarisoft osmo-trx osmo-bts-trx osmo-gtphub cachefilesd
    drbdsetup svxlink spotifyd kwin_wayland gnome-shell mutter sway weston monopd`,
    topics: `audio sound realtime cluster radio telephony`,
  },
  "setuid files": {
    verb: "makes files with setuid or setgid bits",
    names: `tar rsync rsyncd cp install cpio bsdtar restic borg borgmatic duplicity rsnapshot rdiff-backup dump restore amandad bacula-fd
    bareos-fd burp urbackupclientbackend veeamservice unison syncthing csync2 lsyncd git gitea forgejo gogs gitlab git-daemon gitolite
    svnserve cvs cvsd hgweb smbd samba nmbd nfsd rpc.nfsd ganesha.nfsd ganesha glusterfsd glusterd afpd netatalk cnid_metad proftpd
    vsftpd pure-ftpd ftpd chmod mkdir mandb man-db systemd-tmpfiles tmpfiles journald systemd-journald dpkg apt dnf rpm packagekitd
    snapd flatpak nix-daemon guix-daemon docker dockerd containerd podman mailman mailman3 inn innd leafnode news squid cupsd slapd
    useradd debootstrap kubelet crio logrotate sympa openqa aptly reprepro dak ostree rpm-ostree bootc btrfs snapper timeshift zfs
    ikiwiki nextcloud`,
    topics: `backup backups restore git repository file share shares nfs samba synchronization sync`,
  },
  "old programs": {
    verb: "runs programs of another architecture",
    names: `wine wine64 wineserver steam steamcmd srcds srcds_linux srcds_run hlds hlds_linux box64 box86 fex fexinterpreter qemu qemu-user
    qemu-i386 qemu-x86_64 qemu-arm dosemu dosbox linux32 setarch i386 i686 samp03svr teamspeak ts3server valheim_server factorio
    rust_dedicated arkserver palserver lgsm linuxgsm binfmt update-binfmts systemd-binfmt brscan brprinter lpd skype crossover lmgrd
    binkd`,
    topics: `wine emulator emulation game`,
  },
  personality: {
    verb: "changes the execution domain",
    names: `setarch linux32 linux64 i386 i686 personality wine wine64 wineserver qemu gdb gdbserver lldb rr sbcl clisp emacs sbuild sbuildd
    schroot mock pbuilder koji kojid buildd obs bs_worker bs_dispatch dosemu steam steamcmd srcds srcds_run box64 box86 nix-daemon
    guix-daemon valgrind`,
    topics: `build builder wine`,
  },
  debug: {
    verb: "watches other processes",
    names: `gdb gdbserver lldb strace ltrace perf rr valgrind apport abrtd abrt-action systemd-coredump bpftrace bpftool bcc sysdig falco
    osqueryd parca-agent pyroscope beyla ebpf_exporter pcp pmcd pmdaperfevent crashpad_handler crash_handler kdump gcore criu py-spy
    async-profiler chrome chromium electron java jstack node_exporter netdata telegraf collectd intel_gpu_top turbostat perf_exporter
    rtkit sentinelone falcon-sensor ds_agent mdatp wdavdaemon cbagentd asan tsan fwupd wine wineserver yama datadog-agent system-probe
    tetragon tracee cilium-agent`,
    topics: `debugger profiler tracing trace security endpoint crash coredump`,
  },
  processes: {
    verb: "looks at other processes",
    names: `ps pgrep pkill pidof killall top htop atop atopd atopacctd sar sadc sysstat lsof fuser ss netstat node_exporter process-exporter
    process_exporter prometheus-node-exporter netdata telegraf collectd zabbix_agentd zabbix_agent2 nrpe snmpd monit datadog-agent
    glances munin-node gmond pcp pmcd pmlogger osqueryd falco sysdig auditd polkitd dbus-daemon dbus-broker dbus-broker-launch earlyoom
    nohang systemd-oomd ananicy ananicy-cpp gamemoded cgrulesengd acct accton tuptime rkhunter chkrootkit lynis clamd clamonacc ossec
    wazuh-agentd wazuh-modulesd xymonclient nethogs rtkit-daemon numad irqbalance ksmtuned tuned cockpit-bridge killproc
    start-stop-daemon systemctl pidproxy supervisord monitorix sitesummary-client goss opensnitchd portmaster cadvisor kubelet docker
    containerd criu apport oomd autolog logind fluent-bit vector elastic-agent metricbeat auditbeat packetbeat`,
    topics: `monitoring monitor metrics statistics process processes accounting watchdog collector exporter`,
  },
  homes: {
    verb: "works in home folders",
    names: `smbd samba nfsd rpc.nfsd ganesha.nfsd afpd netatalk proftpd vsftpd pure-ftpd ftpd sftp-server sshd dropbear apache2 httpd apachectl
    nginx lighttpd php-fpm dovecot imapd courier-imapd pop3d qpopper postfix exim exim4 sendmail procmail maildrop fetchmail getmail
    mailman cron crond atd anacron rsync rsyncd tar restic borg borgmatic duplicity rsnapshot rdiff-backup amandad bacula-fd bareos-fd
    burp backuppc urbackupclientbackend clamd clamonacc clamdscan clamav-milter maldet syncthing unison seafile nextcloud owncloud
    resilio-sync btsync dropbox rclone insync plex plexmediaserver jellyfin emby kodi minidlna minidlnad readymedia transmission-daemon
    qbittorrent-nox deluged rtorrent sabnzbd nzbget sonarr radarr lidarr prowlarr bazarr home-assistant jupyter jupyterhub code-server
    updatedb plocate mlocate locate quotacheck quotaon rpc.rquotad quota gdm gdm3 lightdm sddm accounts-daemon oddjobd oddjobd-mkhomedir
    pam_mkhomedir systemd-homed docker dockerd podman gitlab-runner node pm2 vncserver xrdp-sesman x2goserver gpg-agent mpd git-daemon
    gitea uucp in.fingerd fingerd comsat spamd spamassassin bubbleupnpserver filebrowser motion davfs webdav samba-ad-dc snapper
    timeshift find mandb sftp-state svnserve salt-minion puppet filebeat fail2ban fail2ban-server rslsync snapd ipython mopidy icecast2
    freshclam`,
    topics: `home homes user users file files share shares media mail backup backups antivirus desktop torrent download downloads web`,
  },
  "home files": {
    verb: "keeps files in a home folder",
    names: `npm npx yarn pnpm pip pipx poetry uv cargo rustup gem bundle go mvn gradle sbt syncthing jupyter code-server pm2 gpg gpg-agent ssh
    git steamcmd srcds_run wine ipfs bitcoind geth monerod lnd transmission-daemon qbittorrent-nox deluged mopidy mpd hass octoprint
    moonraker klippy node-red weechat irssi znc tmux screen emacs vncserver xvnc xvfb chromium chrome firefox electron puppeteer
    playwright ollama huggingface streamlit jenkins airflow`,
    topics: ``,
  },
  "system files": {
    verb: "writes into the system's own folders",
    names: `apt apt-get dpkg dnf yum rpm zypper pacman apk emerge snapd flatpak rpm-ostree ostree bootc packagekitd fwupd unattended-upgrade
    dkms akmods akmodsbuild kernel-install bootctl grub-install update-grub grub2-mkconfig grub-editenv update-initramfs dracut
    mkinitcpio ldconfig depmod plymouth-set-default-theme systemd-bless-boot update-ca-certificates update-ca-trust etckeeper puppet
    puppetd chef-client salt-minion ansible-pull cf-agent cfengine pip gem npm cpan waagent cloud-init amazon-ssm-agent
    google_guest_agent mandb updmap texhash mktexlsr fc-cache gtk-update-icon-cache update-mime-database glib-compile-schemas sysupdate
    systemd-sysupdate sysext systemd-sysext confext swupd swupdate swupdate-progress mender rauc casync nix-daemon nixos-rebuild
    guix-daemon brew plexupdate kdump kdumpctl geoipupdate freshclam crowdsec clamav-unofficial-sigs rkhunter sensors-detect vmtoolsd
    vboxadd vboxadd-service nvidia-installer splunkd splunk falcon-sensor ds_agent mdatp wdavdaemon elastic-agent datadog-agent
    teamviewerd anydesk steamcmd install cp mv ln tar rsync restic borg rdiff-backup bacula-fd bareos-fd amandad burp snapper timeshift
    csync2 unison`,
    topics: `update updates upgrade upgrades updater installer install package packages firmware boot bootloader restore antivirus configuration cache`,
  },
  settings: {
    verb: "writes into /etc",
    names: `networkmanager connmand dhclient dhcpcd udhcpc resolvconf openresolv systemd-resolved resolved pppd openvpn vpnc openconnect
    wg-quick tailscaled netplan cupsd cups-browsed hplip lpadmin accounts-daemon useradd usermod passwd chpasswd systemd-hostnamed
    systemd-localed systemd-timedated hostnamed localed timedated systemd-firstboot systemd-machine-id-setup systemd-sysusers sysusers
    realmd adcli sssd winbindd smbd samba samba-tool certbot letsencrypt acme.sh lego dehydrated webmin miniserv cockpit-ws asterisk
    freeswitch mdadm lvm multipathd iscsid zed udisksd cryptsetup etckeeper puppet puppetd chef-client salt-minion ansible-pull
    cloud-init waagent google_guest_agent firewalld ufw denyhosts sshguard ypserv ypbind authconfig alternatives update-alternatives
    ssh-keygen dbus-uuidgen hwclock ntpd gitlab-ctl modemmanager fwupd snapd docker kubelet k3s pihole pihole-ftl unbound-anchor
    unbound-helper ns-slapd slapd freeipa ipa cloudflared headscale pcsd corosync pacemakerd drbdadm boltd usbguard-daemon usbguard-dbus
    powerpanel cloud-config`,
    topics: `configuration settings setup configure certificate certificates accounts dns resolver network`,
  },
  temporary: {
    verb: "shares files in /tmp",
    names: `xorg xvfb xvnc vncserver xrdp xrdp-sesman gdm gdm3 lightdm sddm systemd-tmpfiles tmpreaper tmpwatch postgres postmaster
    pg_ctlcluster mysqld mariadbd mysqld_safe tmux screen ssh-agent gpg-agent dbus-daemon pulseaudio sshd cron crond atd php-fpm dovecot
    clamd clamonacc clamav-milter clamdscan clamsmtpd amavisd amavisd-new mailscanner spamd milter-greylist proxsmtpd gitlab-workhorse
    nfsd smbd rsyncd tar find updatedb fcgiwrap spawn-fcgi krb5kdc rpc.gssd gssproxy kinit k5start sssd sssd_kcm jenkins gitlab-runner
    docker containerd podman lxc libvirtd qemu wine jackd klippy moonraker mpd snapserver screensaver xscreensaver colord
    systemd-coredump fluidsynth speech-dispatcher tor-browser vglserver steam steamcmd mapserver rstudio-server rserver jupyter java
    xpra kafs-preload
    swupdate swupdate-progress swupdate-client psql pg_dump pg_dumpall pg_basebackup pg_receivewal pgbouncer pgpool mysql mysqldump
    mariadb mariadb-dump redis-cli`,
    topics: `display x11 kerberos milter antivirus virus desktop vnc postgresql postgres mysql mariadb`,
  },
  packets: {
    verb: "uses raw packets or rare kinds of sockets",
    names: `tcpdump tshark dumpcap wireshark arping arpwatch arpon arpd arptables dhclient dhcpcd udhcpc dhcpd kea-dhcp4 kea-dhcp6
    isc-dhcp-server dnsmasq dhcrelay dhcp-helper radvd-raw odhcpd odhcp6c networkmanager systemd-networkd connmand wpa_supplicant
    hostapd iwd lldpd lldpad lldpctl cdpd ladvd keepalived vrrpd ucarp carp suricata snort zeek bro ntopng nprobe softflowd pmacctd
    fprobe nfcapd argus p0f snoopy daemonlogger bandwidthd darkstat iftop nethogs vnstatd iptraf bettercap ettercap kismet aircrack-ng
    airmon-ng xl2tpd l2tpns pppd pppoe pppoe-server rp-pppoe accel-pppd accel-ppp mpd5 ptp4l phc2sys gptp openavb teamd ovs-vswitchd
    ovn-controller frr zebra bgpd ospfd isisd bird quagga babeld olsrd batmand alfred mstpd mld pimd smcroute smcrouted igmpproxy
    mcproxy avahi-autoipd zcip ebtables fdb bluetoothd bluealsa obexd blueman hcitool btmon bluez home-assistant hass esphome canbus
    slcand candump cansend isotpd j1939 ax25d kissattach mheardd direwolf netromd rosed libreswan pluto charon starter ipsec racoon
    strongswan setkey cryptsetup cryptsetup-suspend iwctl veritysetup integritysetup qemu-ga vmtoolsd libvirtd qemu virtiofsd
    firecracker cloud-hypervisor dockerd containerd kubelet nspawn vsock crosvm systemd-ssh-generator opensm ibacm srp_daemon rdma
    rdma-ndd iwpmd rds rdsd tipc tipcutils kcm xdp xdpd cilium-agent katran dpdk vpp bpfilter openvswitch ovsdb-server aoe-discover
    vblade aoetools fcoemon lldptool open-isns netatalk atalkd papd ipx nfcd neard linuxptp rmtfs qrtr-ns tqftpserv pd-mapper
    diag-router ModemManager modemmanager mbim-proxy qmi-proxy phonesim ofonod wpan-hwsim lowpand wireguard-go zerotier-one tincd
    vde_switch macsec wpa_cli tayga jool dibbler wide-dhcpv6 dhcp6c ndppd ndisc6 rdnssd rdisc nmap masscan zmap fping scapy nbtscan
    p910nd kafs-preload sctp sctp_test lksctp freeradius-radsniff radsniff sngrep heplify captagent pcapsipdump ospd-openvas openvas`,
    topics: `packet packets sniffer capture dhcp arp bluetooth can vpn ipsec wireless wifi switch vlan router routing infiniband rdma bridge`,
  },
  network: {
    verb: "works over the network",
    names: `nginx apache2 httpd apachectl lighttpd caddy traefik haproxy envoy varnishd squid tinyproxy privoxy dante danted stunnel stunnel4
    sshd dropbear ntpd chronyd named bind unbound knotd kresd pdns_server pdns_recursor dnsmasq dnscrypt-proxy coredns nsd adguardhome
    pihole-ftl systemd-resolved postfix exim exim4 sendmail dovecot cyrus opensmtpd smtpd rspamd spamd opendkim opendmarc postgrey
    postgres postmaster mysqld mariadbd mongod redis-server valkey-server memcached rabbitmq-server mosquitto emqx kafka zookeeper
    cassandra elasticsearch opensearch influxd prometheus grafana-server grafana alertmanager node_exporter loki promtail telegraf
    collectd snmpd zabbix_server zabbix_agentd vsftpd proftpd pure-ftpd smbd nmbd winbindd nfsd rpcbind slapd ns-slapd krb5kdc sssd
    freeradius radiusd openvpn tor i2pd transmission-daemon qbittorrent-nox deluged avahi-daemon cupsd minidlnad jellyfin
    plexmediaserver mpd icecast2 asterisk freeswitch kamailio opensips ejabberd prosody matrix-synapse synapse coturn turnserver gitea
    forgejo gitlab-workhorse puma unicorn gunicorn uvicorn uwsgi node java php-fpm etcd consul vault nomad curl wget rsync rsyncd ssh
    fetchmail getmail geoipupdate freshclam ddclient inadyn`,
    topics: `network server client proxy http https web ftp dns mail smtp imap ldap remote internet broker api cloud`,
  },
  keys: {
    verb: "uses kernel keyrings",
    names: `keyctl request-key kinit k5start krenew sssd sssd_kcm gssproxy rpc.gssd mount.cifs cifs.upcall ecryptfsd ecryptfs-mount-private
    fscrypt fscryptctl cryptsetup afsd aklog kafs-preload winbindd evmctl nfsidmap systemd-homed zfs iwd kafs-dns dockerd containerd`,
    topics: `kerberos keyring encryption`,
  },
  "shared memory": {
    verb: "keeps shared memory for others of its account",
    names: `postgres postmaster pg_ctlcluster pg_ctl patroni repmgrd oracle tnslsnr db2sysc db2start informix firebird fbserver sybase
    dataserver zabbix_server zabbix_agentd pulseaudio jackd sap sapstartsrv cobol tuxedo progress qmgr amqzxma0 gpsd ceph-osd xvfb
    apache2 httpd squid uwsgi`,
    topics: `database shared`,
  },
  swap: {
    verb: "manages swap space",
    names: `swapon swapoff mkswap zramctl zramswap zramstart zramd systemd-zram-setup swapspace dphys-swapfile systemd-swap swapfile
    zram-generator zram`,
    topics: `swap zram hibernate hibernation`,
  },
  reboot: {
    verb: "restarts the machine",
    names: `reboot shutdown poweroff halt kexec watchdog wd_keepalive systemd-shutdown systemd-reboot systemd-poweroff systemd-halt
    systemd-kexec upsmon apcupsd kdump kdumpctl kured sysrq sbd fence_node fenced pacemakerd stonithd corosync crash molly-guard
    systemd-sleep pm-suspend`,
    topics: `reboot shutdown watchdog hibernate ups power kexec cluster`,
  },
} as const;
