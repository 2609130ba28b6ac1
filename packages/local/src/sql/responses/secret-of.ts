import type { AccessKey } from '../../guard/access-key.js';
import { signRequest } from '../../guard/sign-request.js';

/** Returns the secret of an access key of this start: its own, also with an account ID as access key ID, or one that STS or IAM has created. */
export async function secretOf(
  [accessKeyId, sessionToken]: readonly [accessKeyId: string, sessionToken: string],
  own: AccessKey,
  stsEndpoint: string | undefined,
): Promise<string | undefined> {
  const isOwn = accessKeyId === own.accessKeyId || /^\d{12}$/.test(accessKeyId);
  if (isOwn && sessionToken === '') return own.secretAccessKey;
  if (stsEndpoint === undefined) return undefined;
  const url = `${stsEndpoint}/_arch/credentials/${encodeURIComponent(accessKeyId)}`;
  const headers = signRequest({ method: 'GET', url, headers: { 'x-arch-token': sessionToken } }, own);
  const response = await fetch(url, { headers });
  const body: unknown = await response.json();
  if (response.status !== 200) return undefined;
  return (body as { readonly secretAccessKey: string }).secretAccessKey;
}
