;;; unitlint-lsp-mode.el --- unitlint in Emacs, with lsp-mode  -*- lexical-binding: t; -*-

;; Needs the package lsp-mode. Load this file from your init file.

;;; Code:

(require 'lsp-mode)

(unless (fboundp 'systemd-mode) ; of the package systemd, where it is installed
  (define-derived-mode systemd-mode conf-unix-mode "Systemd"
    "Major mode for systemd unit files."))

(let ((types "\\(?:service\\|socket\\|target\\|timer\\|path\\|mount\\|automount\\|swap\\|slice\\|scope\\|device\\)"))
  (dolist (name (list (concat "\\." types "\\(?:\\.\\(?:in\\|j2\\|erb\\)\\)?\\'")
                      (concat "[./]" types "\\.d/[^/]+\\.conf\\'")
                      (concat "[./]" types "\\.d/\\.#[^/]+\\'")))
    (add-to-list 'auto-mode-alist (cons name 'systemd-mode))))

(defcustom unitlint-targets ["262"]
  "What will run the units: versions of systemd or releases of distributions."
  :type '(lsp-repeatable-vector string)
  :group 'lsp-mode)

(lsp-register-custom-settings '(("unitlint.targets" unitlint-targets)))
(add-to-list 'lsp-language-id-configuration '(systemd-mode . "systemd"))
(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection '("unitlint" "lsp"))
  :activation-fn (lsp-activate-on "systemd")
  :initialized-fn (lambda (workspace)
                    (with-lsp-workspace workspace
                      (lsp--set-configuration (lsp-configuration-section "unitlint"))))
  :server-id 'unitlint))
(add-hook 'systemd-mode-hook #'lsp-deferred)

;;; unitlint-lsp-mode.el ends here
