import { testKey } from '../../__fixtures__/test-key.js';
import { ask } from './ask.js';
import { startSqlFacade } from '../start-sql-facade.js';

// Runs SQL in a façade, says what came, and then does nothing any more; `stop` as an argument stops it before.
const facade = await startSqlFacade({ accessKey: testKey });
const request = {
  resourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:c',
  secretArn: 'arn:s',
  sql: 'SELECT 1 AS one',
};
const { body } = await ask(facade.endpoint, '/Execute', request);
if (process.argv.includes('stop')) await facade.stop();
process.stdout.write(JSON.stringify(body.records));
