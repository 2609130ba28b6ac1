import { expect, it } from 'vitest';

import { createDbInstance, deleteDbInstance } from '../db-instances/index.js';
import { connectionInfo, generateDbAuthToken } from './index.js';

const wait = { pollMs: 50 };

it.each([
  ['postgres', 5_432, 'postgresql'],
  ['mysql', 3_306, 'mysql'],
  ['sqlserver-ex', 1_433, 'mssql'],
  ['oracle-ee', 1_521, 'oracle'],
])('returns the connection to a DB instance of %s', async (engine, port, scheme) => {
  const dbInstanceIdentifier = `local-connect-${engine.slice(0, 3)}`;
  const small = { dbInstanceIdentifier, engine, dbInstanceClass: 'db.t3.small', allocatedStorageGiB: 20 };
  const instance = await createDbInstance(small, { wait });
  const info = await connectionInfo(instance);
  expect(info).toMatchObject({ engine, port, masterUserSecretArn: expect.stringMatching(/^arn:aws:/) as unknown });
  expect(info.url).toMatch(new RegExp(`^${scheme}://(?:postgres|admin)@${dbInstanceIdentifier}\\.[\\w.-]+:${port}`));
  const { hostname } = info;
  expect(await generateDbAuthToken({ hostname, port, username: 'app' })).toContain('DBUser=app');
  await deleteDbInstance({ dbInstanceIdentifier, skipFinalSnapshot: true }, { wait });
});
