/** The settings that every session passes to its clients (`makeClient` in core), and the mode of retries, which the strategy of the session replaces. */
const ofSession: ReadonlySet<string> = new Set([
  'accountIdEndpointMode',
  'authSchemePreference',
  'disableMultiregionAccessPoints',
  'disableS3ExpressSessionAuth',
  'maxAttempts',
  'region',
  'requestChecksumCalculation',
  'responseChecksumValidation',
  'retryMode',
  'sigv4aSigningRegionSet',
  'useArnRegion',
  'useDualstackEndpoint',
  'useFipsEndpoint',
  'userAgentAppId',
]);

const file = 'tools/build/without-setting-readers.ts';

const nested = String.raw`(?:[^()]|\((?:[^()]|\([^()]*\))*\))*`;
const reader = new RegExp(String.raw`(\w+): config\?\.(\w+) \?\?\s*loadNodeConfig\(${nested}\)`, 'g');

/** Returns the `runtimeConfig.js` of a client without its own readers of the environment and the profile. */
export const withoutSettingReaders = (source: string): string => {
  const changed = source.replaceAll(reader, (_text, name: string, setting: string) => {
    if (name === setting && ofSession.has(name)) return `${name}: config?.${name}`;
    throw new Error(`A client reads the setting ${setting} itself: add it to clientSettings in core, and to ${file}.`);
  });
  if (/loadNodeConfig\(/.test(changed)) throw new Error(`A client reads its settings in another form: update ${file}.`);
  return changed;
};
