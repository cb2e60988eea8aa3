;;; emacs-eglot.el --- What emacs-drive.el does by eglot  -*- lexical-binding: t; -*-

(require 'json)

;; Idle timers, by which eglot sends what changed, do not run in batch mode.
(defun drive-tick () (when (eglot-managed-p) (eglot--signal-textDocument/didChange)))
(defun drive-connected-p () (eglot-managed-p))
(defun drive-flush () (eglot--signal-textDocument/didChange))
(defun drive-server-count ()
  (let ((all nil)) (maphash (lambda (_ servers) (setq all (append servers all))) eglot--servers-by-project) (length all)))
(defun drive-hover ()
  (let (text)
    (eglot-hover-eldoc-function (lambda (shown &rest _) (setq text (substring-no-properties shown))))
    (drive-wait "the hover" (lambda () text))))
(defun drive-rename (name) (eglot-rename name))
;; There are several actions to choose from, such as the ones that suppress the finding; without a key before it, eglot would open a menu of the mouse.
(defun drive-fix ()
  (cl-letf (((symbol-function 'completing-read) (lambda (_ choices &rest _) (try-completion "Rename to" choices)))
            (last-nonmenu-event ?\r))
    (eglot-code-actions (point) nil "quickfix" t)))
(defun drive-format () (eglot-format-buffer))
(defun drive-stop () (eglot-shutdown (eglot-current-server)))

(load (expand-file-name "emacs-drive.el" (file-name-directory load-file-name)))
(drive)
