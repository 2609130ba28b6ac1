import { formatUrl } from '@aws-sdk/core/util';
import { Sha256 } from '@smithy/core/checksum';
import type { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';

type Signer = Omit<ConstructorParameters<typeof SignatureV4>[0], 'sha256'>;
type Signing = NonNullable<Parameters<SignatureV4['presign']>[1]>;

/** A request with its signature in the URL. */
export interface SignedUrl {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs a request in its URL. A separate file that is loaded on first use: few programs sign URLs. */
export const presign = async (request: HttpRequest, signer: Signer, signing: Signing): Promise<SignedUrl> => {
  const signed = await new SignatureV4({ ...signer, sha256: Sha256 }).presign(request, signing);
  return { url: formatUrl(signed), method: signed.method, headers: signed.headers };
};

export { formatUrl };

/** Signs text, such as the policy of a form, in hexadecimal digits. */
export const signText = (text: string, signer: Signer, signingDate: Date): Promise<string> =>
  new SignatureV4({ ...signer, sha256: Sha256 }).sign(text, { signingDate });
