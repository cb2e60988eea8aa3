;;; emacs-lsp-mode.el --- What emacs-drive.el does by lsp-mode  -*- lexical-binding: t; -*-

(require 'json)
(require 'flymake)
(setq lsp-auto-guess-root t lsp-enable-file-watchers nil)

(defun drive-tick () (run-with-idle-timer 0 nil #'ignore) (lsp--init-if-visible))
(defun drive-connected-p () (and lsp-mode (lsp-workspaces) (eq 'initialized (lsp--workspace-status (car (lsp-workspaces))))))
(defun drive-flush ())
(defun drive-server-count () (length (lsp--session-workspaces (lsp-session))))
(defun drive-hover () (lsp--render-on-hover-content (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params))) t))
(defun drive-rename (name) (lsp-rename name))
(defun drive-fix () (lsp-execute-code-action (car (lsp-code-actions-at-point))))
(defun drive-format () (lsp-format-buffer))
(defun drive-stop () (lsp-workspace-shutdown (car (lsp-workspaces))))

(load (expand-file-name "emacs-drive.el" (file-name-directory load-file-name)))
(drive)
