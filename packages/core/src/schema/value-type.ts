/** What a value must be: made by the functions of `z`. Types of zod 4 are such types too. */
export interface ValueType<out Value = unknown> {
  readonly _zod: { readonly output: Value; readonly def: object };
}
