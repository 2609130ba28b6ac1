import { record, regex, string, type ZodMiniType } from '../schema/z.js';

/** Values of parameters by name, checked. */
export const sqlParameterRecord = <Value>(value: ZodMiniType<Value>): ZodMiniType<Readonly<Record<string, Value>>> =>
  record(string().check(regex(/^[A-Za-z_]\w*$/, 'a name of letters, digits and underscores')), value);
