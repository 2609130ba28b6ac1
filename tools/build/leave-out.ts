import { basename } from 'node:path';

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

/** Leaves parts of the SDK's runtime out of the build that Node.js and the functions of all layers never use: about 25 KB of a bundle. */
export const leaveOut = (): Plugin => ({
  name: 'arch-leave-out',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path }) => ({ path, namespace: 'arch-event-streams' }));
    onLoad({ filter: /.*/, namespace: 'arch-event-streams' }, () => ({ contents: eventStreams, loader: 'js' }));
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
