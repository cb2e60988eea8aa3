;;; emacs-drive.el --- Types into Emacs what the tests want  -*- lexical-binding: t; -*-

;; The working directory is that of `unit-folder.ts'. Each step puts what is to be seen after it under its name into an object,
;; which is written as JSON to $UNITLINT_SEEN. What differs between eglot and lsp-mode is defined by emacs-eglot.el and emacs-lsp-mode.el.

(setq make-backup-files nil create-lockfiles nil auto-save-default nil)
;; An Emacs that is not installed has nothing to compile natively with.
(setq native-comp-enable-subr-trampolines nil inhibit-automatic-native-compilation t)
(defconst drive-folder default-directory)
(defvar drive-seen nil)
(defvar drive-asked nil "What was asked of the user.")

(defun drive-wait (what condition)
  "Let Emacs go on until CONDITION gives something, and give that; complain of WHAT after ten seconds."
  (let ((end (+ (float-time) 10)) found)
    (while (not (setq found (funcall condition)))
      (when (> (float-time) end) (error "%s did not come" what))
      (accept-process-output nil 0.02)
      (run-hooks 'post-command-hook)
      (drive-tick))
    found))

(defun drive-see (name value)
  (push (cons name value) drive-seen))

(defun drive-open (file)
  "Visit FILE as a user does, command loop included."
  (switch-to-buffer (find-file-noselect (expand-file-name file drive-folder)))
  (run-hooks 'post-command-hook)
  (drive-wait "the server" #'drive-connected-p))

(defun drive-lines ()
  (vconcat (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n")))

(defun drive-after (text)
  "Go behind the first TEXT."
  (goto-char (point-min))
  (search-forward text))

(defun drive-diagnostics ()
  (vconcat
   (mapcar (lambda (one) (format "%d %s" (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one)))
           (drive-wait "a diagnostic" (lambda () (flymake-start) (flymake-diagnostics))))))

(defun drive-complains-p (text)
  (seq-some (lambda (one) (string-search text (flymake-diagnostic-text one))) (flymake-diagnostics)))

(defun drive-complete (after text)
  "Type TEXT into a new line behind the line with AFTER, complete it, and give the line; then take it away again."
  (drive-after after)
  (end-of-line)
  (newline)
  (insert text)
  (drive-settle)
  (completion-at-point)
  (drive-settle)
  (prog1 (buffer-substring-no-properties (line-beginning-position) (line-end-position))
    (delete-region (1- (line-beginning-position)) (line-end-position))
    (drive-settle)))

(defun drive-settle ()
  "Let what is under way between editor and server end."
  (run-hooks 'post-command-hook)
  (drive-flush)
  (accept-process-output nil 0.3))

(defun drive-steps ()
  (drive-open "app.service")
  (drive-see 'mode (symbol-name major-mode))
  (drive-see 'open (drive-diagnostics))
  (drive-open "app.service.d/order.conf")
  (drive-see 'drop-in (drive-diagnostics))
  (drive-see 'servers (drive-server-count))
  (drive-open "app.service")
  (drive-after "ExecSta")
  (drive-see 'hover (drive-wait "the hover" #'drive-hover))
  (drive-see 'completion (vector (drive-complete "Type=exec" "KillMo") (drive-complete "Type=exec" "Restart=on-f")))
  (drive-after "After=db")
  (drive-rename "store.service")
  (drive-wait "the new name" (lambda () (save-excursion (goto-char (point-min)) (search-forward "After=store.service" nil t))))
  (save-some-buffers t)
  (drive-after "Restra")
  (drive-fix)
  (drive-wait "the change" (lambda () (save-excursion (goto-char (point-min)) (not (search-forward "Restrat" nil t)))))
  (drive-wait "the end of the diagnostic" (lambda () (flymake-start) (not (drive-complains-p "Restrat"))))
  (goto-char (point-max))
  (insert "\n\n\n[Install]\nWantedBy = multi-user.target   \n")
  (drive-settle)
  (drive-format)
  (drive-see 'format (drive-lines))
  (save-some-buffers t)
  (drive-stop)
  (drive-see 'stop t))

(defun drive ()
  (let (problem)
    (cl-letf (((symbol-function 'y-or-n-p) (lambda (prompt) (push prompt drive-asked) t))
              ((symbol-function 'yes-or-no-p) (lambda (prompt) (push prompt drive-asked) t))
              ((symbol-function 'completing-read) #'drive-choose))
      (condition-case caught (drive-steps) (error (setq problem (error-message-string caught)))))
    (drive-see 'asked (vconcat drive-asked))
    (when problem (drive-see 'problem problem))
    (with-temp-file (getenv "UNITLINT_SEEN") (insert (json-encode drive-seen)))
    (kill-emacs (if problem 1 0))))

(defun drive-choose (prompt choices &rest _)
  "Take the first of CHOICES."
  (push prompt drive-asked)
  (car (all-completions "" choices)))
