/** A program per layer that is bundled and then makes one call to the server of `loopbackAws`. */
export const bundledPrograms: Readonly<Record<string, string>> = {
  compute: program('compute', 'deleteSecurityGroup', "'sg-0123456789abcdef0'"),
  storage: program('storage', 'putObject', "{ bucket: 'reports', key: 'a.txt', body: 'x' }"),
  database: program('database', 'deleteDbSubnetGroup', "'orders'"),
  analytics: program(
    'analytics',
    'setEmrTerminationProtection',
    "{ clusterId: 'j-1K48XXXXXXHCB', terminationProtected: true }",
  ),
  ml: program('ml', 'deleteFunction', "'resize'"),
  integration: program('integration', 'deleteQueue', "process.env.AWS_ENDPOINT_URL + '/123456789012/orders'"),
};

// The session uses the environment, as in a Lambda function.
function program(layer: string, name: string, input: string): string {
  return `
import { ${name}, policyFor } from '@arch/${layer}';
export const handler = () => ${name}(${input});
const work = async () => {
  await handler();
  console.log('${name}', policyFor(${name}).Version);
  process.exit(0);
};
work().catch((error) => { console.error(error); process.exit(1); });
`;
}

/** A program that depends only on a layer. It calls a server without security groups and catches the error by its class. */
export const dependentProgram = `
import { createSession, deleteSecurityGroup, NotFoundError, policyFor, withSession } from '@arch/compute';
const session = createSession({ region: 'eu-west-1' });
try {
  await withSession(session, () => deleteSecurityGroup('sg-00000000000000404'));
} catch (error) {
  const reachesCore = await import('@arch/core').then(() => true, () => false);
  console.log(error instanceof NotFoundError, error.name, policyFor(deleteSecurityGroup).Version, reachesCore);
}
process.exit(0);
`;

/** A program that replaces `http.request` after the first call, as a test or an instrumentation does, and restores it. Prints the replaced requests. */
export const replacingProgram = `
import http from 'node:http';
import { deleteSecurityGroup } from '@arch/compute';
const own = http.request;
let seen = 0;
const calls = [];
for (const request of [own, (...args) => (seen++, own(...args)), own]) {
  http.request = request;
  await deleteSecurityGroup('sg-0123456789abcdef0');
  calls.push(seen);
}
console.log(calls.join(' '));
process.exit(0);
`;
