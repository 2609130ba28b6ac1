/** One problem of a value. */
export interface SchemaIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** The result of `safeParse`. */
export type SchemaResult<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly issues: readonly SchemaIssue[] };

/** One problem of a value, in the form of Standard Schema. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The result of Standard Schema's `validate`. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** A validator of https://standardschema.dev: zod, valibot, arktype and others implement it. */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Value> | Promise<StandardResult<Value>>;
    readonly types?: { readonly input: unknown; readonly output: Value } | undefined;
  };
}

/** Converts a structure of AWS to a `Value`. Also a Standard Schema, for other libraries. */
export interface Schema<Value> extends StandardSchema<Value> {
  /** Returns the value. Throws `UnexpectedResponseError`, which names the invalid member. */
  parse(value: unknown): Value;
  safeParse(value: unknown): SchemaResult<Value>;
}
