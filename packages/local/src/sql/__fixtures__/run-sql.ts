import { testKey } from '../../__fixtures__/test-key.js';
import { callFacade } from './call-facade.js';
import { startSqlFacade } from '../start-sql-facade.js';

// Runs SQL in a façade, prints the result, and then does nothing. With the argument `stop`, it stops the façade first.
const facade = await startSqlFacade({ accessKey: testKey });
const request = {
  resourceArn: 'arn:aws:rds:us-east-1:123456789012:cluster:c',
  secretArn: 'arn:s',
  sql: 'SELECT 1 AS one',
};
const { body } = await callFacade(facade.endpoint, '/Execute', request);
if (process.argv.includes('stop')) await facade.stop();
process.stdout.write(JSON.stringify(body.records));
