import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { NetworkSettings } from '../transport/socket-settings.js';
import type { Settings } from './settings.js';
import type { SettingsSource } from './settings-source.js';

/** Reads the proxies and the certificates of a session. Throws `InvalidInputError` with the source of a value that is not valid. */
export const readNetworkSettings = async (source: SettingsSource): Promise<NetworkSettings> => {
  const { ca, proxies } = await source.read((settings) => ({
    ca: { path: settings.value('caBundle'), source: settings.source('caBundle') },
    proxies: proxiesOf(settings),
  }));
  return { proxies, ...(ca.path !== undefined && { ca: await certificates(ca.path, ca.source ?? '') }) };
};

// Emulators run on this machine. A proxy cannot reach it.
const thisMachine = ['localhost', '127.0.0.1', '::1'];

const proxiesOf = (settings: Settings): NetworkSettings['proxies'] => {
  const of = (name: string): string | undefined => settings.variable(name.toLowerCase()) ?? settings.variable(name);
  const [https, http] = ['HTTPS_PROXY', 'HTTP_PROXY'].map((name) => {
    const url = of(name);
    return url === undefined
      ? undefined
      : checkedProxy(url, settings.variable(name.toLowerCase()) ? name.toLowerCase() : name);
  });
  if (https === undefined && http === undefined) return undefined;
  const except = [...(of('NO_PROXY') ?? '').split(/[\s,]+/).filter(Boolean), ...thisMachine];
  return {
    ...(https !== undefined && { HTTPS_PROXY: https }),
    ...(http !== undefined && { HTTP_PROXY: http }),
    NO_PROXY: except.join(','),
  };
};

/** The URL may contain a password, so that no message quotes it. */
const checkedProxy = (text: string, name: string): string => {
  // The AWS CLI and curl also accept a host without a scheme.
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url))
    throw new InvalidInputError(
      `The environment variable ${name} must be the URL of an HTTP proxy such as http://proxy.example.com:3128 ` +
        '(got a value that is not shown).',
    );
  // https://nodejs.org/api/http.html#built-in-proxy-support
  if (!process.allowedNodeEnvironmentFlags.has('--use-env-proxy'))
    throw new InvalidInputError(
      `The environment variable ${name} sets a proxy, which Node.js ${process.version} does not support: use Node.js 22.21, 24.5 or ` +
        'later, or pass createSession({ transport }).',
    );
  return url;
};

const certificates = async (path: string, source: string): Promise<string> => {
  const { readFile } = process.getBuiltinModule('node:fs/promises');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw noCertificates(path, source, (error as Error).message);
  });
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw noCertificates(path, source, 'it contains no certificate');
};

const noCertificates = (path: string, source: string, reason: string): InvalidInputError =>
  new InvalidInputError(
    `${source} must be a file of certificates in PEM format (got ${JSON.stringify(path)}: ${reason}).`,
  );
