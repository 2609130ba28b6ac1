import { CredentialsError } from '../../errors/credentials-error.js';
import { pause } from '../../clock/clock.js';
import { checkCredentials } from '../check-credentials.js';
import type { Credentials } from '../credentials.js';
import { metadataRequest, type MetadataResponse } from './metadata-request.js';
import { readMetadataKeys } from './read-metadata-keys.js';
import type { Environment, SignIn, SignInResult } from './sign-in.js';
import { sourceError } from './source-error.js';

/** As in the AWS CLI. */
const timeoutMs = 2_000;
const attempts = 3;
const pauseMs = 1_000;

/** Addresses of ECS and EKS. Other addresses require TLS, because the request contains a token. */
const localHosts = /^(?:169\.254\.170\.2|169\.254\.170\.23|\[fd00:ec2::23\]|localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Requests the credentials of a container. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
export const containerCredentials = async (signIn: SignIn): Promise<SignInResult> => {
  const url = urlOf(signIn.environment);
  if (!url) return { skipped: 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and …_FULL_URI are not set' };
  const source = `the container credentials of ${url.origin}`;
  signIn.report(source);
  try {
    return { credentials: await request(url, source, signIn) };
  } catch (error) {
    signIn.signal.throwIfAborted();
    throw sourceError(error, source);
  }
};

const request = async (url: URL, source: string, signIn: SignIn, attempt = 1): Promise<Credentials> => {
  const { signal, clock } = signIn;
  const token = await tokenOf(signIn);
  const response = await metadataRequest({
    url,
    headers: token === undefined ? {} : { authorization: token },
    timeoutMs,
    signal,
  }).catch((error: unknown) => error as Error);
  const isTransient = response instanceof Error || response.status >= 500 || response.status === 429;
  if (isTransient && attempt < attempts && !signal.aborted) {
    await pause(clock, pauseMs, signal);
    return request(url, source, signIn, attempt + 1);
  }
  if (response instanceof Error) throw response;
  return read(response, source);
};

const read = ({ status, text }: MetadataResponse, source: string): Credentials => {
  if (status !== 200) throw new Error(`HTTP status ${status}`);
  return checkCredentials(readMetadataKeys(text), { source });
};

const urlOf = (environment: Environment): URL | undefined => {
  const { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: relative, AWS_CONTAINER_CREDENTIALS_FULL_URI: full } = environment;
  if (relative) return new URL(`http://169.254.170.2${relative.startsWith('/') ? '' : '/'}${relative}`);
  if (!full) return undefined;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.test(url.hostname)))) return url;
  throw new CredentialsError(
    'the environment variable AWS_CONTAINER_CREDENTIALS_FULL_URI must be a URL with https, or with http and the address of ' +
      `ECS (169.254.170.2), EKS (169.254.170.23, [fd00:ec2::23]) or this machine${url ? ` (got ${url.protocol}//${url.host})` : ''}.`,
  );
};

const tokenOf = async ({ environment, signal }: SignIn): Promise<string | undefined> => {
  const { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file, AWS_CONTAINER_AUTHORIZATION_TOKEN: text } = environment;
  const name = `AWS_CONTAINER_AUTHORIZATION_TOKEN${file ? '_FILE' : ''}`;
  // EKS rotates the file.
  const { readFile } = process.getBuiltinModule('node:fs/promises');
  const token = file ? await readFile(file, { encoding: 'utf8', signal }) : text;
  if (!token) return undefined;
  const trimmed = file ? token.trim() : token;
  if (/[^\x20-\x7e]/.test(trimmed))
    throw new CredentialsError(`the environment variable ${name} contains a line break or another invalid character.`);
  return trimmed;
};
