/** The type of a value, created by the functions of `z`. Types of zod 4 can be used too. */
export interface ValueType<out Value = unknown> {
  readonly _zod: { readonly output: Value; readonly def: object };
}
