/** The text for an object, whose members are never quoted. */
export const objectText = 'an object';

/** Writes a value for a message, in at most 80 characters. */
export const quote = (value: unknown): string => {
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function')
    return String(value).slice(0, 80);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return kindOf(value);
  const text = JSON.stringify(typeof value === 'string' ? withoutKeys(value) : value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
};

/** `an object`, or the class of a built-in one, e.g. `a Map`. */
const kindOf = (value: object): string => {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  return kind === 'Object' ? objectText : `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`;
};

/** Describes a secret value for a message: its kind or size, never its content. */
export const hide = (value: unknown): string => {
  if (
    Array.isArray(value) ||
    ArrayBuffer.isView(value) ||
    (typeof value === 'object' && value !== null && !(value instanceof Date))
  )
    return quote(value);
  return 'a value that is not shown';
};

/** Removes user, password and query from a URL: they contain keys and signatures. */
const withoutKeys = (text: string): string => text.replace(/^(\w+:\/\/)(?:[^/?#]*@)?([^?]*)(?:\?.*)?$/s, keyless);

const keyless = (url: string, scheme: string, rest: string): string => {
  const user = url.startsWith(scheme + rest) ? '' : '…@';
  return `${scheme}${user}${rest}${url.includes('?') ? '?…' : ''}`;
};
