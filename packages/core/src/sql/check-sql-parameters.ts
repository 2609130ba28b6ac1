import { InvalidInputError } from '../errors/invalid-input-error.js';
import { sqlDialects, sqlText } from './sql-text.js';

/** Holds the names of parameters against the SQL: one that is missing, or that no statement names, is an error before anything is sent. */
export const checkSqlParameters = (operation: string, sqls: readonly string[], given: readonly string[]): void => {
  // Where databases would read it differently, the one that it is for has the last word.
  const readings = sqlDialects.map((dialect) => new Set(sqls.flatMap((sql) => sqlText(sql, dialect).parameterNames)));
  const [first = new Set<string>()] = readings;
  const missing = [...first].filter((name) => readings.every((names) => names.has(name)) && !given.includes(name));
  const needless = given.filter((name) => !readings.some((names) => names.has(name)));
  if (missing.length + needless.length === 0) return;
  const parts = [
    missing.length > 0 && `parameters lacks ${missing.join(', ')}, which the SQL names`,
    needless.length > 0 && `parameters has ${needless.join(', ')}, which the SQL does not name`,
  ];
  throw new InvalidInputError(`${operation}: ${parts.filter(Boolean).join('; ')}.`, { operation });
};
