import type { Schema } from '@arch/core/builder';

/** Returns a schema whose results have a non-enumerable `environment`, so that logs and JSON do not contain it. */
export const hideEnvironment = <Value extends { readonly environment: object }>(
  schema: Schema<Value>,
): Schema<Value> => {
  const safeParse: Schema<Value>['safeParse'] = (value) => {
    const result = schema.safeParse(value);
    if (result.success) Object.defineProperty(result.data, 'environment', { enumerable: false });
    return result;
  };
  const parse: Schema<Value>['parse'] = (value) => {
    const result = safeParse(value);
    return result.success ? result.data : schema.parse(value);
  };
  const validate = (value: unknown): ReturnType<Schema<Value>['~standard']['validate']> => {
    const result = safeParse(value);
    return result.success ? { value: result.data } : { issues: result.issues };
  };
  return { ...schema, safeParse, parse, '~standard': { ...schema['~standard'], validate } };
};
