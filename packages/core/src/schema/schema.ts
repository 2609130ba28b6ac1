/** One thing that is wrong with a value. */
export interface SchemaIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** What `safeParse` answers. */
export type SchemaResult<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly issues: readonly SchemaIssue[] };

/** One thing that is wrong with a value, as any library of Standard Schema says it. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What Standard Schema's `validate` answers. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** A validator as https://standardschema.dev describes it: zod, valibot, arktype and others implement it. */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Value> | Promise<StandardResult<Value>>;
    readonly types?: { readonly input: unknown; readonly output: Value } | undefined;
  };
}

/** Turns what AWS sends into a `Value`. Also a Standard Schema, so that other libraries can use it. */
export interface Schema<Value> extends StandardSchema<Value> {
  /** Returns the value, or throws `UnexpectedResponseError` naming the member that is wrong. */
  parse(value: unknown): Value;
  safeParse(value: unknown): SchemaResult<Value>;
}
