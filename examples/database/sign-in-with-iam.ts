// Creates a database to which IAM roles connect with a token instead of a password, and prints the policy that they require. Creates: a DB instance, deleted at the end; AWS bills it until then.
import { policyFor } from '@arch/core';
import {
  connectionInfo,
  createDbInstance,
  deleteDbInstance,
  generateDbAuthToken,
  waitForDbInstance,
} from '@arch/database';

const dbInstanceIdentifier = `orders-${Date.now()}`;
const small = { engine: 'postgres', dbInstanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 };
const instance = { dbInstanceIdentifier, ...small, enableIamDatabaseAuthentication: true };
await createDbInstance(instance);
try {
  await waitForDbInstance({ dbInstanceIdentifier, state: 'available' });
  const { hostname, port, url } = await connectionInfo({ dbInstanceIdentifier, username: 'app' });
  const token = await generateDbAuthToken({ hostname, port, username: 'app' });
  console.log(url, 'with a token of', token.length, 'characters that is valid for 15 minutes');
  console.log(JSON.stringify(policyFor(generateDbAuthToken), null, 2));
} finally {
  await deleteDbInstance({ dbInstanceIdentifier, skipFinalSnapshot: true }, { wait: true });
}
