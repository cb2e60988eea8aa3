/** The characters and words that mean something to the parser, to rules or to a grammar, for texts put together at random. */

/** To the parser. */
export const syntaxPieces: readonly string[] = [
  ..."[]=#;\\ \t\r\n\0\"'{}%@<>abX-",
  ...["\ufeff", "\ud83d", "\ude00", "\udcff", "\ufffe", "é", "😀"],
];

/** To rules. */
export const unitPieces: readonly string[] = [
  ..."\n\n\n==\\ \t\r#;\"'-",
  ...["[Unit]\n", "[Service]\n", "[Install]\n", "[Timer]\n", "[X-Mine]\n", "[Unknown]\n", "[Unit\n", "[]\n"],
  ...["Description=", "After=", "ExecStart=", "Restart=", "Type=", "User=", "Environment=", "WantedBy=", "ExecStat="],
  ...["X-Key=", "always", "/bin/a", " # note", " ; note", " \\\n", " \\ \n", "\\\r\n", "# note\n", "; note\n"],
  ...["a.service", "\0", "\ufeff", "\\n", "\\x0a"],
  ...["@NAME@", "{{ x }}", "{% if x %}\n", "{# x #}", "<%= x %>", "--flag\n"],
];

/** To one grammar of values or another. */
export const valuePieces: readonly string[] = [
  ..." \t\"'\\;:,=~-+!@|*%/.$#{}[]()<>^&?_012789abkKx",
  ...["é", "\u{1f600}", "\u2028", "\u0085", "\u001b", "\ud83d"],
  ...["\\x41", "\\u00e9", "\\0", "%%", "%i", "%n", "%h", "${", "}", "..", "//", "0x", "0b1", "1e3", "infinity", "max"],
  ...["yes", "no", "5min", "50%", "512M", "Mon", "Mon..Fri", "*-*-*", "12:00", "UTC", "@file-system", "CAP_CHOWN"],
  ...["/usr", "/dev/null", "a.service", "a@.service", "AF_INET", "10.0.0.0/8", "::1", "SIGTERM", "rw", "journal"],
];
