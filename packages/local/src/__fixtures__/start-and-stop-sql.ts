import { startSqlServer } from '../start-sql-server.js';
import { testKey } from './test-key.js';

// Nothing else keeps this program alive. Node ends it with status 13 if it waits for a promise that does not keep it alive either.
const server = await startSqlServer({ accessKey: testKey });
await server.stop();
process.stdout.write('stopped');
