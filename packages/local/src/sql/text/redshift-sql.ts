import { namedParameters } from './named-parameters.js';
import { redshiftDdl } from './redshift-ddl.js';
import { redshiftFunctions } from './redshift-functions.js';
import { rewriteSql, type RewrittenSql } from './rewrite-sql.js';
import { sqlCode } from './sql-code.js';
import { sqlTokens } from './sql-tokens.js';

export interface RedshiftSql extends RewrittenSql {
  /** The names for `$1`, `$2`, …. */
  readonly names: readonly string[];
}

/** Converts Redshift's SQL with `:name` parameters to Postgres's SQL with `$1`. */
export function redshiftSql(sql: string): RedshiftSql {
  const tokens = [...sqlTokens(sql)];
  const code = sqlCode(sql, tokens);
  const { names, edits } = namedParameters(sql, tokens);
  return { names, ...rewriteSql(sql, [...edits, ...redshiftDdl(code), ...redshiftFunctions(code)]) };
}
