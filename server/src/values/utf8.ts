/** Whether text made from escapes is UTF-8. systemd: utf8_is_valid(), src/basic/utf8.c */

/**
 * Bytes from 128 on that were written as escapes stand in a text as lone U+DC80 … U+DCFF; true where there are none,
 * or where they make up characters.
 */
export function isValidUtf8(text: string): boolean {
  for (const [run] of text.matchAll(/(?<![\ud800-\udbff])[\udc80-\udcff]+/g)) {
    const bytes = run.replace(/./gs, unit => String.fromCharCode(unit.charCodeAt(0) & 0xff));
    if (!wellFormed.test(bytes)) return false;
  }
  return true;
}

const wellFormed =
  /^(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})*$/;
