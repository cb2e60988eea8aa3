# unitlint in Kakoune with kakoune-lsp 17 or newer: source this from your kakrc, before kakoune-lsp is enabled.

hook global BufCreate .*\.(service|socket|target|timer|path|mount|automount|swap|slice|scope|device)(\.(in|j2|erb))? %{
    set-option buffer filetype systemd
}
hook global BufCreate (.*[./])?(service|socket|target|timer|path|mount|automount|swap|slice|scope|device)\.d/[^/]+\.conf %{
    set-option buffer filetype systemd
}
hook -group lsp-filetype-systemd global BufSetOption filetype=systemd %{
    set-option buffer lsp_servers %{
        [unitlint]
        command = "unitlint"
        args = ["lsp"]
        root_globs = [".git"]
        settings_section = "_"
        [unitlint.settings._.unitlint]
        # targets = ["debian-12"]
    }
}
hook global WinSetOption filetype=systemd lsp-enable-window
