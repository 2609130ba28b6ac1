import { record, regex, string, type ZodMiniType } from '../schema/z.js';

/** The schema of SQL parameters: values by name or number, `{ name: 'Ann' }` for `:name` and `{ 1: 'Ann' }` for `:1`. */
export const sqlParameterRecord = <Value>(value: ZodMiniType<Value>): ZodMiniType<Readonly<Record<string, Value>>> =>
  record(string().check(regex(/^(?:[A-Za-z_]\w*|\d+)$/, nameRule)), value);

const nameRule = 'a number, or a name of letters, digits and underscores that does not begin with a digit';
