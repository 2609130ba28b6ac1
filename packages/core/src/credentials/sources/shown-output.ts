const maxLines = 4;
const maxCharacters = 400;

/** Parts of a text that may be secret: named values, AWS's key IDs, and long texts of mixed characters such as keys and tokens. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [
    /((?:secret|token|passw(?:or)?d|passphrase|api_?key|accesskey(?:id)?|access_key(?:_id)?|signature|credential|authorization)["']?\s*[:=]\s*(?:bearer\s+|basic\s+)?["']?)[^\s"',;]+/gi,
    '$1(not shown)',
  ],
  [/\b(bearer|basic)\s+[\w+/=.~-]{8,}/gi, '$1 (not shown)'],
  [/\b(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{8,}\b/g, '(not shown)'],
  [/(\w+:\/\/)[^/\s@]+@/g, '$1(not shown)@'],
  [/(\w+:\/\/[^\s?]+\?)\S+/g, '$1(not shown)'],
  [/(?<![\w+/=-])(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*\d)[\w+/=-]{20,}/g, '(not shown)'],
  [/(?<![\w+/=-])[a-f0-9]{32,}(?![\w+/=-])/gi, '(not shown)'],
];

/** Returns the end of what a program has written for its user, in a few lines, without anything that looks like a key. Empty if it wrote nothing. */
export const shownOutput = (text: string): string => {
  const lines = process
    .getBuiltinModule('node:util')
    .stripVTControlCharacters(text)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\p{Cc}/gu, ' ').trim())
    .filter((line) => line !== '');
  const end = secrets.reduce(
    (shown, [pattern, replacement]) => shown.replace(pattern, replacement),
    lines
      .slice(-maxLines)
      .join(' / ')
      .slice(-maxCharacters * 4),
  );
  const shown = end.length > maxCharacters ? `…${end.slice(-maxCharacters)}` : end;
  return shown && !/[.!?]$/.test(shown) ? `${shown}.` : shown;
};
