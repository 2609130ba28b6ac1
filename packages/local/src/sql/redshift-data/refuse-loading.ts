import { AwsError } from '../responses/aws-error.js';
import { firstWords } from '../text/first-words.js';
import { sqlCode } from '../text/sql-code.js';
import { sqlTokens } from '../text/sql-tokens.js';

/** Rejects COPY and UNLOAD, because the SQL of the local AWS cannot access S3. */
export function refuseLoading(sql: string): void {
  const [verb] = firstWords(sqlCode(sql, [...sqlTokens(sql)]));
  if (verb !== 'COPY' && verb !== 'UNLOAD') return;
  throw new AwsError('ValidationException', `The local AWS does not support ${verb}: its SQL cannot access S3.`);
}
