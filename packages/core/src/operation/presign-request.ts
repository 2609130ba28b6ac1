import type { HttpRequest } from '@smithy/core/protocols';
import type { AwsCredentialIdentity } from '@smithy/types';

import { asArchError } from '../errors/as-arch-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { sessionFor } from '../session/current-session.js';
import type { SessionChoice } from '../session/session-choice.js';
import { internalsOf, type SessionInternals } from '../session/session-internals.js';
import { prepare, type Sendable } from './send.js';
import { toRequest } from './to-request.js';
import { unusableArn } from './unusable-arn.js';

/** A request that anyone can make who has its URL, in the name of who has signed it, until it expires. */
export interface PresignedRequest {
  /** With the signature in it: who knows it needs no credentials, so keep it out of logs. */
  readonly url: string;
  readonly method: string;
  /** Have to be sent as they are: they are part of what was signed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** How long a presigned request is good for. */
export interface PresignOptions {
  readonly expiresInSeconds: number;
  /** Leaves open which `Content-Type` the request will have; the SDK would write one. */
  readonly anyContentType?: boolean | undefined;
}

/** Signs a request in its URL instead of sending it. Nothing is sent, but what the session may need for its credentials. */
export const presignRequest = async (
  declaration: Sendable,
  input: object,
  { expiresInSeconds, anyContentType = false, ...options }: PresignOptions & SessionChoice,
): Promise<PresignedRequest> => {
  const session = internalsOf(sessionFor(options));
  try {
    const wire = toRequest(declaration, input);
    const unsigned = await serialize(declaration, wire, session).catch((error: unknown) => {
      throw unusableArn(error, declaration.name, wire);
    });
    if (anyContentType) delete unsigned.request.headers['content-type'];
    return await sign(unsigned, expiresInSeconds, session);
  } catch (error) {
    throw asArchError(error, declaration.name);
  }
};

/** A request as it would go out, and with what it would be signed. */
interface Unsigned {
  readonly operation: string;
  readonly request: HttpRequest;
  readonly credentials: AwsCredentialIdentity;
  /** `sigv4`, or what else the endpoint wants. */
  readonly scheme: string | undefined;
  readonly service: string;
  readonly region: string;
}

/** What the SDK has found out before it signs. */
interface Context {
  readonly endpointV2?: {
    readonly properties?: {
      readonly authSchemes?: readonly { name?: string; signingName?: string; signingRegion?: string }[];
    };
  };
  readonly __smithy_context: {
    readonly selectedHttpAuthScheme: {
      readonly identity: AwsCredentialIdentity;
      readonly httpAuthOption: { readonly signingProperties: { readonly name: string; readonly region: string } };
    };
  };
}

interface Command {
  readonly middlewareStack: { addRelativeTo(middleware: unknown, options: object): void };
}

/** Lets the SDK make the request, and takes it away before it is signed and sent. */
const serialize = async (declaration: Sendable, wire: object, session: SessionInternals): Promise<Unsigned> => {
  const { name } = declaration;
  const { client, command } = await prepare(declaration, wire, session);
  const take =
    (_next: unknown, context: Context) =>
    async ({ request }: { readonly request: HttpRequest }): Promise<{ readonly output: Unsigned }> => {
      const { selectedHttpAuthScheme: auth } = context.__smithy_context;
      const { name: scheme, signingName, signingRegion } = context.endpointV2?.properties?.authSchemes?.[0] ?? {};
      const { name: service, region } = auth.httpAuthOption.signingProperties;
      const where = { scheme, service: signingName ?? service, region: signingRegion ?? region };
      return { output: { operation: name, request, credentials: auth.identity, ...where } };
    };
  (command as Command).middlewareStack.addRelativeTo(take, {
    name: 'archPresign',
    relation: 'before',
    toMiddleware: 'retryMiddleware',
  });
  return (await client.send(command)) as Unsigned;
};

/** Of the request that the SDK makes: what is about the SDK, or about a body that is not known yet. */
const notSigned = /^(?:amz-sdk-|x-amz-user-agent$|user-agent$|expect$|x-amz-(?:checksum|sdk-checksum)-)/i;

const sign = async (
  { operation, request, credentials, scheme, service, region }: Unsigned,
  expiresInSeconds: number,
  session: SessionInternals,
): Promise<PresignedRequest> => {
  if (scheme === 'sigv4a') {
    throw new InvalidInputError(`${operation}: requests to endpoints over several regions cannot be presigned.`, {
      operation,
    });
  }
  const now = session.clock.now();
  // A signature is no longer good than the keys that made it.
  const leftSeconds = credentials.expiration ? Math.floor((credentials.expiration.getTime() - now) / 1_000) : Infinity;
  const expiresIn = Math.max(1, Math.min(expiresInSeconds, leftSeconds));
  request.headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !notSigned.test(name)));
  request.headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
  const { presign } = await import('../session/presign.js');
  const { headers, ...signed } = await presign(
    request,
    { credentials, region, service, uriEscapePath: false, applyChecksum: false },
    { expiresIn, signingDate: new Date(now), unhoistableHeaders: encryptionHeaders },
  );
  const { host: _inTheUrl, ...toSend } = headers;
  return {
    ...signed,
    headers: toSend,
    // AWS counts from the second of the signature.
    expiresAt: new Date(Math.floor(now / 1_000) * 1_000 + expiresIn * 1_000),
  };
};

/** S3 takes these as headers only. */
const encryptionHeaders = new Set([
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
  'x-amz-server-side-encryption-context',
]);
