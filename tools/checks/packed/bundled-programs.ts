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

/**
 * A program in an invocation of Lambda whose credentials come from STS. It has a server of its own, and prints the keys of the second request, its trace
 * headers, and the name of the error. The build replaces what all of these need, so that the tests of the sources do not suffice.
 */
export const invokedProgram = `
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { deleteSecurityGroup } from '@arch/compute';
const keys = '<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>';
const requests = [];
const server = createServer((request, response) => {
  requests.push(request.headers);
  const isFirst = requests.length === 1;
  response.writeHead(isFirst ? 200 : 403, { 'content-type': 'text/xml' });
  response.end(
    isFirst
      ? '<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>' + keys +
          '</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>'
      : '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors><RequestID>r</RequestID></Response>',
  );
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
writeFileSync('token', 'e30.e30.e30');
Object.assign(process.env, {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:' + server.address().port,
  AWS_REGION: 'eu-west-1',
  AWS_RETRY_MODE: 'adaptive',
  AWS_WEB_IDENTITY_TOKEN_FILE: 'token',
  AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/shop',
  AWS_LAMBDA_FUNCTION_NAME: 'shop',
});
globalThis.awslambda = {
  InvokeStore: { getContext: () => ({}), getXRayTraceId: () => 'Root=1-2-3', getTraceparent: () => '00-1-2-01', getTracestate: () => undefined, getBaggage: () => undefined },
};
const error = await deleteSecurityGroup('sg-0123456789abcdef0').catch((thrown) => thrown);
const { authorization = '', traceparent, ...headers } = requests[1] ?? {};
console.log(/Credential=(\\w+)/.exec(authorization)?.[1], headers['x-amzn-trace-id'], traceparent, error.name);
process.exit(0);
`;
