;;; unitlint-eglot.el --- unitlint in Emacs, with eglot  -*- lexical-binding: t; -*-

;; eglot is part of Emacs since version 29, and a package before. Load this file from your init file.

;;; Code:

(require 'eglot)

(unless (fboundp 'systemd-mode) ; of the package systemd, where it is installed
  (define-derived-mode systemd-mode conf-unix-mode "Systemd"
    "Major mode for systemd unit files."))

(let ((types "\\(?:service\\|socket\\|target\\|timer\\|path\\|mount\\|automount\\|swap\\|slice\\|scope\\|device\\)"))
  (dolist (name (list (concat "\\." types "\\(?:\\.\\(?:in\\|j2\\|erb\\)\\)?\\'")
                      (concat "[./]" types "\\.d/[^/]+\\.conf\\'")
                      (concat "[./]" types "\\.d/\\.#[^/]+\\'")))
    (add-to-list 'auto-mode-alist (cons name 'systemd-mode))))

(add-to-list 'eglot-server-programs '(systemd-mode . ("unitlint" "lsp")))
(add-hook 'systemd-mode-hook #'eglot-ensure)

;; (setq-default eglot-workspace-configuration '(:unitlint (:targets ["debian-12"] :hardening t)))

;;; unitlint-eglot.el ends here
