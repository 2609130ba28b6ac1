import { startSqlServer } from '../start-sql-server.js';
import { testKey } from './test-key.js';

// A program with nothing else to do: Node ends it with status 13 while it waits for what does not keep it alive.
const server = await startSqlServer({ accessKey: testKey });
await server.stop();
process.stdout.write('stopped');
