import { AwsError } from '../answers/aws-error.js';
import { firstWords } from '../text/first-words.js';
import { sqlCode } from '../text/sql-code.js';
import { sqlTokens } from '../text/sql-tokens.js';

/** Nothing of S3 is in reach of the SQL here. */
export function refuseLoading(sql: string): void {
  const [verb] = firstWords(sqlCode(sql, [...sqlTokens(sql)]));
  if (verb !== 'COPY' && verb !== 'UNLOAD') return;
  throw new AwsError('ValidationException', `The local AWS does not have ${verb}: it runs SQL, but reaches no S3.`);
}
