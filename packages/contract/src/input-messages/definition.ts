/** A type of zod, with the parts that the generators read. */
export interface Type {
  readonly _zod: { readonly def: object; readonly bag?: { readonly minimum?: unknown } };
}

/** The parts of zod's definitions that describe nested types and values. */
export interface Definition {
  /** zod's name of the type, e.g. `string`. */
  readonly type: string;
  readonly checks?: readonly unknown[];
  readonly innerType?: Type;
  readonly options?: readonly Type[];
  readonly shape?: Readonly<Record<string, Type>>;
  readonly element?: Type;
  readonly keyType?: Type;
  readonly valueType?: Type;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

export const definitionOf = (type: Type): Definition => type._zod.def as Definition;

/** Whether a type accepts a value. */
export const isAccepted = (type: Type, value: unknown): boolean =>
  (type as unknown as { safeParse(value: unknown): { readonly success: boolean } }).safeParse(value).success;
