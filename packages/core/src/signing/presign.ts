import { formatUrl } from '@aws-sdk/core/util';
import { Sha256 } from '@smithy/core/checksum';
import type { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';

type Signer = Omit<ConstructorParameters<typeof SignatureV4>[0], 'sha256'>;
type Signing = NonNullable<Parameters<SignatureV4['presign']>[1]>;

/** A request whose URL carries its signature. */
export interface SignedUrl {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs a request in its URL. A file of its own, because few programs sign: it is loaded when it is needed. */
export const presign = async (request: HttpRequest, signer: Signer, signing: Signing): Promise<SignedUrl> => {
  const signed = await new SignatureV4({ ...signer, sha256: Sha256 }).presign(request, signing);
  return { url: formatUrl(signed), method: signed.method, headers: signed.headers };
};
