import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Plugin } from 'esbuild';

/** What clients ask of the module of event streams while they are made, without the codec behind it. */
const eventStreams = `
const unavailable = () => {
  throw new Error('Event streams are not built into @arch/core: no function of @arch uses them.');
};
export class EventStreamSerde {
  constructor() {
    unavailable();
  }
}
export const eventStreamSerdeProvider = () => ({ serialize: unavailable, deserialize: unavailable });
export const resolveEventStreamSerdeConfig = (input) =>
  Object.assign(input, { eventStreamMarshaller: input.eventStreamSerdeProvider(input) });
`;

/** The default provider of clients, which are never made without the credentials of a session: core has sources of its own. */
const defaultProvider = `
export const defaultProvider = () => () =>
  Promise.reject(new Error('Make clients with session.client(Client): it sets their credentials.'));
`;

/** What the sources of credentials use of the clients that they import on demand. An `import()` would keep everything in these modules. */
const usedOfClients: Readonly<Record<string, string>> = {
  '@aws-sdk/nested-clients/signin': 'CreateOAuth2TokenCommand, SigninClient',
  '@aws-sdk/nested-clients/sso-oidc': 'CreateTokenCommand, SSOOIDCClient',
  '@aws-sdk/nested-clients/sts': 'AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient',
};

/** Hashes in JavaScript, for machines without Node's, and the adaptive retries, in whose place a session has its own strategy. */
const unused = /(?:Sha1Js|Sha256Js|Sha512Js|Md5Js|Crc32Js|AdaptiveRetryStrategy|DefaultRateLimiter)\.js$/;

/** Joins small chunks of a stream: only for the client's setting requestStreamBufferSize, which no session sets. */
const buffered = `
export const createBufferedReadable = () => {
  throw new Error('requestStreamBufferSize is not built into @arch/core: no function of @arch uses it.');
};
`;

/** Core's clients of the services that give credentials without a signed request, in the place of the SDK's. */
const sdk = join(import.meta.dirname, '../../packages/core/src/sdk');

/** Leaves parts of the SDK's runtime out of the build that Node.js and the functions of all layers never use: about 75 KB of a bundle. */
export const leaveOut = (): Plugin => ({
  name: 'arch-leave-out',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path }) => ({ path, namespace: 'arch-event-streams' }));
    onLoad({ filter: /.*/, namespace: 'arch-event-streams' }, () => ({ contents: eventStreams, loader: 'js' }));
    onResolve({ filter: /^@aws-sdk\/nested-clients\/(?:sso|sso-oidc|signin)$/ }, ({ path }) => ({
      path: join(sdk, `${basename(path)}.ts`),
    }));
    onLoad({ filter: /util-stream[\\/]createBufferedReadable\.js$/ }, () => ({ contents: buffered, loader: 'js' }));
    // Of its package.json, the SDK reads the version only, for the user agent.
    onLoad({ filter: /@aws-sdk[\\/]nested-clients[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({
      path,
      namespace: 'arch-default-provider',
    }));
    onLoad({ filter: /.*/, namespace: 'arch-default-provider' }, () => ({ contents: defaultProvider, loader: 'js' }));
    onResolve({ filter: /^@aws-sdk\/nested-clients\// }, ({ path, kind, resolveDir }) =>
      kind === 'dynamic-import' && Object.hasOwn(usedOfClients, path)
        ? { path, namespace: 'arch-used-of-client', pluginData: resolveDir as unknown }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'arch-used-of-client' }, ({ path, pluginData }) => ({
      contents: `export { ${usedOfClients[path]} } from '${path}';`,
      loader: 'js',
      resolveDir: pluginData as string,
    }));
    onLoad({ filter: unused }, ({ path }) => ({
      // One of Node's classes extends the one in JavaScript, and uses none of it.
      contents: `export class ${basename(path, '.js')} {}`,
      loader: 'js',
    }));
  },
});
