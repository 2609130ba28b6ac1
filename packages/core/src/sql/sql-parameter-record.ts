import { record, regex, string, type ZodMiniType } from '../schema/z.js';

/** The schema of SQL parameters: values by name. */
export const sqlParameterRecord = <Value>(value: ZodMiniType<Value>): ZodMiniType<Readonly<Record<string, Value>>> =>
  record(string().check(regex(/^[A-Za-z_]\w*$/, 'a name of letters, digits and underscores')), value);
