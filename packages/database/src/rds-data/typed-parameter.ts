/** A value that says its type, where the database would not see it from a text. `null` is a null of that type. */
export type TypedParameter =
  | { readonly uuid: string | null }
  /** Anything that JSON can hold; `{ json: null }` is JSON's own null, a plain `null` the database's. */
  | { readonly json: unknown }
  /** With all of its digits, e.g. `1.50`. */
  | { readonly decimal: string | number | bigint | null }
  /** e.g. `2026-11-01`. */
  | { readonly date: string | null }
  /** e.g. `10:00:00` or `10:00:00.123`. */
  | { readonly time: string | null }
  /** e.g. `2026-11-01 10:00:00.123`; for a `Date`, the `Date` itself does. */
  | { readonly timestamp: string | null };

/** AWS's words for the types. */
export const typeHints = {
  uuid: 'UUID',
  json: 'JSON',
  decimal: 'DECIMAL',
  date: 'DATE',
  time: 'TIME',
  timestamp: 'TIMESTAMP',
} as const;

/** What each may be as a text; JSON is written here. */
const forms: Readonly<Record<Exclude<keyof typeof typeHints, 'json'>, RegExp>> = {
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  decimal: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d:\d\d(?:\.\d{1,3})?$/,
  timestamp: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?$/,
};

/** Whether a value is one that says its type, and fits it. */
export const isTyped = (value: unknown): value is TypedParameter => {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return false;
  const [[type, content] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0 || !Object.hasOwn(typeHints, type)) return false;
  // What JSON does not have, `checkParameters` names.
  if (type === 'json') return content !== undefined;
  const form = forms[type as keyof typeof forms];
  const isText = typeof content === 'string' || (type === 'decimal' && ['number', 'bigint'].includes(typeof content));
  return content === null || (isText && form.test(String(content)));
};
