/** A value with its SQL type, for types that the database does not recognize in a text. `null` is a null value of the type. */
export type TypedParameter =
  | {
      /** A UUID, e.g. `a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11`. */
      readonly uuid: string | null;
    }
  | {
      /** A value that is sent as JSON. `{ json: null }` is the JSON value `null`; a parameter `null` is the null value of the database. */
      readonly json: unknown;
    }
  | {
      /** An exact number, e.g. `1.50`. */
      readonly decimal: string | number | bigint | null;
    }
  | {
      /** A date, e.g. `2026-11-01`. */
      readonly date: string | null;
    }
  | {
      /** A time, e.g. `10:00:00` or `10:00:00.123`. */
      readonly time: string | null;
    }
  | {
      /** A time stamp, e.g. `2026-11-01 10:00:00.123`. A `Date` can be passed without a type. */
      readonly timestamp: string | null;
    };

/** AWS's names of the types. */
export const typeHints = {
  uuid: 'UUID',
  json: 'JSON',
  decimal: 'DECIMAL',
  date: 'DATE',
  time: 'TIME',
  timestamp: 'TIMESTAMP',
} as const;

/** The form of each type as a text. */
const forms: Readonly<Record<Exclude<keyof typeof typeHints, 'json'>, RegExp>> = {
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  decimal: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d:\d\d(?:\.\d{1,3})?$/,
  timestamp: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?$/,
};

/** Whether a value is a valid {@link TypedParameter}. */
export const isTyped = (value: unknown): value is TypedParameter => {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return false;
  const [[type, content] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0 || !Object.hasOwn(typeHints, type)) return false;
  // `checkParameters` rejects values that JSON cannot contain, and names their path.
  if (type === 'json') return content !== undefined;
  const form = forms[type as keyof typeof forms];
  const isText = typeof content === 'string' || (type === 'decimal' && ['number', 'bigint'].includes(typeof content));
  return content === null || (isText && form.test(String(content)));
};
