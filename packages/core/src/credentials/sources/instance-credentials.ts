import { CredentialsError } from '../../errors/credentials-error.js';
import { checkCredentials } from '../check-credentials.js';
import type { Credentials } from '../credentials.js';
import { metadataRequest, type MetadataRequest, type MetadataResponse } from './metadata-request.js';
import { readMetadataKeys } from './read-metadata-keys.js';
import { reasonOf } from '../reason-of.js';
import type { SignIn, SignInResult } from './sign-in.js';

const tokenPath = '/latest/api/token';
const rolePath = '/latest/meta-data/iam/security-credentials/';
const tokenSeconds = '21600';
/** Statuses after which the service has no tokens: IMDSv1. */
const withoutTokens = new Set([403, 404, 405]);
/** EC2 may return expired credentials while it cannot renew them. AWS accepts them in this case. */
const extensionMs = 5 * 60_000;

/** Requests the credentials of an EC2 instance. https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html */
export const instanceCredentials = async (signIn: SignIn): Promise<SignInResult> => {
  if (isSet(signIn.environment['AWS_EC2_METADATA_DISABLED']))
    return { skipped: 'disabled by AWS_EC2_METADATA_DISABLED' };
  const endpoint = endpointOf(signIn);
  const source = `the instance metadata service ${endpoint.origin}`;
  signIn.report(source);
  const send = sender(signIn, endpoint);
  try {
    const token = await tokenOf(send, signIn);
    const headers = token === undefined ? {} : { 'x-aws-ec2-metadata-token': token };
    const role = await textOf(send({ path: rolePath, headers }));
    const [name = ''] = role.trim().split('\n');
    const keys = readMetadataKeys(await textOf(send({ path: rolePath + name, headers })));
    return { credentials: extended(checkCredentials(keys, { source }), signIn) };
  } catch (error) {
    signIn.signal.throwIfAborted();
    if (error instanceof CredentialsError) throw error;
    return { skipped: `${endpoint.host}: ${reasonOf(error).replace(/\.$/, '')}` };
  }
};

interface Path extends Pick<MetadataRequest, 'method' | 'headers'> {
  readonly path: string;
}
type Send = (request: Path) => Promise<MetadataResponse>;

const sender = ({ environment, signal }: SignIn, endpoint: URL): Send => {
  const { AWS_METADATA_SERVICE_TIMEOUT: seconds, AWS_METADATA_SERVICE_NUM_ATTEMPTS: count } = environment;
  const timeoutMs = Number(seconds) > 0 ? Number(seconds) * 1_000 : 1_000;
  const attempts = Number(count) > 0 ? Number(count) : 1;
  const send = async ({ path, ...rest }: Path, attempt = 1): Promise<MetadataResponse> => {
    try {
      return await metadataRequest({ url: new URL(path, endpoint), timeoutMs, signal, ...rest });
    } catch (error) {
      if (attempt >= attempts || signal.aborted) throw error;
      return send({ path, ...rest }, attempt + 1);
    }
  };
  return (request) => send(request);
};

const isTimeout = (error: unknown): boolean => error instanceof Error && error.message.startsWith('no response within');

const textOf = async (response: Promise<MetadataResponse>): Promise<string> => {
  const { status, text } = await response;
  if (status === 200) return text;
  throw new Error(status === 404 ? 'the instance has no IAM role' : `HTTP status ${status}`);
};

/** Returns the token of IMDSv2. `undefined` if only IMDSv1 is available and is not disabled. */
const tokenOf = async (send: Send, signIn: SignIn): Promise<string | undefined> => {
  const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': tokenSeconds };
  // From a container, the response to this request may not arrive: it makes one hop only.
  const { status, text } = await send({ path: tokenPath, method: 'PUT', headers }).catch((error: unknown) => {
    if (isTimeout(error)) return { status: 403, text: '' };
    throw error;
  });
  if (status === 200) return text;
  if (!withoutTokens.has(status)) throw new Error(`HTTP status ${status} for a token`);
  const { AWS_EC2_METADATA_V1_DISABLED: disabled } = signIn.environment;
  if (isSet(disabled ?? settingsOf(signIn)['ec2_metadata_v1_disabled']))
    throw new CredentialsError(
      'the instance metadata service returned no token, and IMDSv1 is disabled by AWS_EC2_METADATA_V1_DISABLED or ec2_metadata_v1_disabled.',
    );
  return undefined;
};

const endpointOf = (signIn: SignIn): URL => {
  const { environment } = signIn;
  const settings = settingsOf(signIn);
  const text = environment['AWS_EC2_METADATA_SERVICE_ENDPOINT'] || settings['ec2_metadata_service_endpoint'];
  const mode =
    environment['AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE'] || settings['ec2_metadata_service_endpoint_mode'] || 'IPv4';
  if (text && !(/^https?:\/\//.test(text) && URL.canParse(text)))
    throw new CredentialsError(
      `AWS_EC2_METADATA_SERVICE_ENDPOINT or ec2_metadata_service_endpoint must be a URL such as http://169.254.169.254.`,
    );
  if (!/^ipv[46]$/i.test(mode))
    throw new CredentialsError(
      'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE or ec2_metadata_service_endpoint_mode must be IPv4 or IPv6.',
    );
  return new URL(text || (/4$/.test(mode) ? 'http://169.254.169.254' : 'http://[fd00:ec2::254]'));
};

const settingsOf = ({ files, profile }: SignIn): Readonly<Record<string, string | undefined>> =>
  files.profile(profile) ?? {};

const isSet = (value: string | undefined): boolean => value !== undefined && /^(?!false$)./i.test(value);

const extended = (credentials: Credentials, { clock }: SignIn): Credentials =>
  credentials.expiration && credentials.expiration.getTime() <= clock.now()
    ? { ...credentials, expiration: new Date(clock.now() + extensionMs) }
    : credentials;
