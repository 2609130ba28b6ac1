import { InvalidInputError } from '../errors/invalid-input-error.js';
import { sqlDialects, sqlText } from './sql-text.js';

/** Compares the parameters with the SQL before anything is sent. Missing and unused parameters are errors. */
export const checkSqlParameters = (operation: string, sqls: readonly string[], passed: readonly string[]): void => {
  // Dialects read some SQL differently. Only parameters on which all dialects agree are errors; the database checks the rest.
  const readings = sqlDialects.map((dialect) => new Set(sqls.flatMap((sql) => sqlText(sql, dialect).parameterNames)));
  const [first = new Set<string>()] = readings;
  const missing = [...first].filter((name) => readings.every((names) => names.has(name)) && !passed.includes(name));
  const unused = passed.filter((name) => !readings.some((names) => names.has(name)));
  if (missing.length + unused.length === 0) return;
  const parts = [
    missing.length > 0 && `parameters does not contain ${missing.join(', ')}, which the SQL uses`,
    unused.length > 0 && `parameters contains ${unused.join(', ')}, which the SQL does not use`,
  ];
  throw new InvalidInputError(`${operation}: ${parts.filter(Boolean).join('; ')}.`, { operation });
};
