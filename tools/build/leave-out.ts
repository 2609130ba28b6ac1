import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Plugin } from 'esbuild';

import { withoutRegions } from './partitions.js';
import { withoutSettingReaders } from './without-setting-readers.js';

/** Replaces the module of event streams, which clients use when they are created, without its codec. */
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

/** Imports the replaced module with the protocols. An `import()` would keep all of their exports in a user's bundle. */
const withoutEventStreams = (source: string): string => {
  const changed = source.replace('await import("@smithy/core/event-streams")', 'eventStreams');
  if (changed === source) throw new Error("The SDK's protocols have another form: update tools/build/leave-out.ts.");
  return `import * as eventStreams from '@smithy/core/event-streams';\n${changed}`;
};

/** Replaces the default credential provider of clients. Clients always get the credentials of a session, and core has its own sources. */
const defaultProvider = `
export const defaultProvider = () => () =>
  Promise.reject(new Error('Create clients with session.client(Client): it sets their credentials.'));
`;

/** Hashes in JavaScript, for platforms without those of Node, and adaptive retries, which sessions replace with their own strategy. */
const unused = /(?:Sha1Js|Sha256Js|Sha512Js|Md5Js|Crc32Js|AdaptiveRetryStrategy|DefaultRateLimiter)\.js$/;

/** Joins small chunks of a stream. It is used only with the client's setting requestStreamBufferSize, which no session sets. */
const buffered = `
export const createBufferedReadable = () => {
  throw new Error('requestStreamBufferSize is not built into @arch/core: no function of @arch uses it.');
};
`;

/** Extensions of a client's configuration, which no session has. Without them, the SDK assigns each value to itself. */
const extensions = `
export const resolveRuntimeExtensions = (runtimeConfig) => runtimeConfig;
`;

/** The defaults of a client without a transport and a retry strategy. Sessions pass both. */
const defaultsMode = `
export const resolveDefaultsModeConfig = () => async () => 'legacy';
`;

/** Settings of a client that depend on the defaults mode. Sessions pass them. */
const settingsOfMode = `
export const loadConfigsForDefaultMode = () => ({});
`;

/** Warns of versions of Node.js that core does not support. */
const versionCheck = `
export const state = { warningEmitted: true };
export const emitWarningIfUnsupportedVersion = () => {};
`;

/** Logs requests. The clients of sessions have no log. */
const logging = `
export const loggerMiddleware = () => (next) => next;
export const loggerMiddlewareOptions = {};
export const getLoggerPlugin = () => ({ applyToStack: () => {} });
export const schemaLogFilter = (_schema, data) => data;
`;

/** Reads streams of browsers. Transports return those of Node.js. */
const streamOfBrowser = `
export const sdkStreamMixin = () => {
  throw new Error('a stream of a browser');
};
`;

/** Finds the store of Lambda's runtime, which contains the trace headers of an invocation. The SDK's module creates one if there is none. */
const invokeStore = `
export const InvokeStore = {
  getInstanceAsync: async () =>
    /^(?:1|true)$/.test(process.env.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA ?? '') ? undefined : globalThis.awslambda?.InvokeStore,
};
`;

/** Makes UUIDs with `node:crypto`, which signatures need too. The global `crypto` would load the whole of Web Crypto. */
const uuid = `
import { randomUUID } from 'node:crypto';
export const bindV4 = () => randomUUID;
`;

/** Formats the headers of signed events. */
const headerFormatter = `
export class HeaderFormatter {
  format() {
    throw new Error('Signed events are not built into @arch/core: no function of @arch sends events.');
  }
}
`;

/** The modules of the SDK that are replaced, by their paths. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/util-stream[\\/]createBufferedReadable\.js$/, buffered],
  [/[\\/]resolveDefaultsModeConfig\.js$/, defaultsMode],
  [/smithy-client[\\/]defaults-mode\.js$/, settingsOfMode],
  [/[\\/]emitWarningIfUnsupportedVersion\.js$/, versionCheck],
  [/middleware-logger[\\/]loggerMiddleware\.js$/, logging],
  [/smithy-client[\\/]schemaLogFilter\.js$/, logging],
  [/util-stream[\\/]sdk-stream-mixin\.browser\.js$/, streamOfBrowser],
  [/lambda-invoke-store[\\/]dist-es[\\/]invoke-store\.js$/, invokeStore],
  [/serde[\\/]uuid[\\/]v4\.js$/, uuid],
  [/signature-v4[\\/]dist-es[\\/]HeaderFormatter\.js$/, headerFormatter],
];

/** Core's clients of the services that return credentials without a signed request. They replace those of the SDK. */
const sdk = join(import.meta.dirname, '../../packages/core/src/sdk');

/** Removes parts of the SDK's runtime that the functions of all layers never use in Node.js: about 75 KB of a bundle. */
export const leaveOut = (): Plugin => ({
  name: 'arch-leave-out',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path }) => ({ path, namespace: 'arch-event-streams' }));
    onLoad({ filter: /.*/, namespace: 'arch-event-streams' }, () => ({ contents: eventStreams, loader: 'js' }));
    onLoad({ filter: /protocols[\\/]HttpProtocol\.js$/ }, async ({ path }) => ({
      contents: withoutEventStreams(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onLoad({ filter: /util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/ }, async ({ path }) => ({
      contents: withoutRegions(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onResolve({ filter: /^@aws-sdk\/nested-clients\/(?:sso|sso-oidc|signin)$/ }, ({ path }) => ({
      path: join(sdk, `${basename(path)}.ts`),
    }));
    for (const [filter, contents] of replaced) onLoad({ filter }, () => ({ contents, loader: 'js' }));
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({
      path,
      namespace: 'arch-default-provider',
    }));
    onLoad({ filter: /.*/, namespace: 'arch-default-provider' }, () => ({ contents: defaultProvider, loader: 'js' }));
    onLoad({ filter: unused }, ({ path }) => ({
      // A class for Node extends the class in JavaScript, but uses none of its methods.
      contents: `export class ${basename(path, '.js')} {}`,
      loader: 'js',
    }));
  },
});

/**
 * Leaves parts of all clients out: the extensions of their configuration, their own readers of settings, and all of their `package.json` that they do
 * not read.
 */
export const leaveOutOfClients = (): Plugin => ({
  name: 'arch-leave-out-of-clients',
  setup: ({ onLoad }) => {
    // The SDK reads only the version, for the user agent.
    onLoad({ filter: /@aws-sdk[\\/](?:nested-clients|client-[\w-]+)[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]runtimeConfig\.js$/ }, async ({ path }) => ({
      contents: withoutSettingReaders(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onLoad({ filter: /@aws-sdk[\\/].*[\\/]runtimeExtensions\.js$/ }, () => ({ contents: extensions, loader: 'js' }));
  },
});
