import type { HttpRequest } from '@smithy/core/protocols';
import type { AwsCredentialIdentity } from '@smithy/types';

import { markUnsent } from '../call/follow-bucket-region.js';
import { asArchError } from '../translation/as-arch-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { sessionFor } from '../session/current-session.js';
import type { SessionChoice } from '../session/session-choice.js';
import { secondsLeft } from '../credentials/seconds-left.js';
import { internalsOf, type SessionInternals } from '../session/session-internals.js';
import { inputHeaders } from './input-headers.js';
import { prepare, type Sendable } from '../declaration/send.js';
import { toRequest } from '../declaration/to-request.js';
import { toArnError } from '../declaration/to-arn-error.js';

/** A signed request. Anyone who has the URL can send it with the permissions of the signer until it expires. */
export interface PresignedRequest {
  /** The URL with the signature. It works without credentials, so do not log it. */
  readonly url: string;
  readonly method: string;
  /** Send these headers unchanged: they are signed. If they contain a customer key (SSE-C), do not log them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The end of the URL's validity: not later than the expiry of the credentials. */
  readonly expiresAt: Date;
}

/** The options for signing a request in its URL. */
export interface PresignOptions {
  /** Validity of the URL in seconds. It ends earlier if the credentials expire. */
  readonly expiresInSeconds: number;
  /** `true`: all headers stay headers, also metadata. Default: headers that AWS also accepts in the URL are moved there. */
  readonly signHeaders?: boolean | undefined;
}

/**
 * Signs a request in its URL instead of sending it. All members of the input are signed, in the URL or as a header of the result. Nothing is
 * sent, except to get credentials.
 */
export const presignRequest = async (
  declaration: Sendable,
  input: object,
  { expiresInSeconds, signHeaders = false, ...options }: PresignOptions & SessionChoice,
): Promise<PresignedRequest> => {
  const session = internalsOf(sessionFor(options));
  try {
    const wire = toRequest({ ...declaration, isPresigned: true }, input);
    const headers = inputHeaders(declaration.name, declaration.command, wire);
    const unsigned = await serialize(declaration, wire, session).catch((error: unknown) => {
      throw toArnError(error, declaration.name, wire);
    });
    moveBody(unsigned);
    removeSdkHeaders(unsigned.request, headers);
    return await sign(unsigned, { expiresInSeconds, signHeaders, now: session.clock.now() });
  } catch (error) {
    throw asArchError(error, declaration.name);
  }
};

/** A complete request, with the data for its signature. */
export interface Unsigned {
  readonly operation: string;
  readonly request: HttpRequest;
  readonly credentials: AwsCredentialIdentity;
  /** The signing scheme of the endpoint, e.g. `sigv4`. */
  readonly scheme: string | undefined;
  readonly service: string;
  readonly region: string;
}

/** The part of the SDK's middleware context that signing uses. */
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
  readonly middlewareStack: {
    add(middleware: unknown, options: object): void;
    addRelativeTo(middleware: unknown, options: object): void;
  };
}

/** Lets the SDK build the request, and returns it before it is signed and sent. */
export const serialize = async (declaration: Sendable, wire: object, session: SessionInternals): Promise<Unsigned> => {
  const { name } = declaration;
  const { client, command } = await prepare(declaration, wire, session);
  const take =
    (_next: unknown, context: Context) =>
    async ({ request }: { readonly request: HttpRequest }): Promise<{ readonly output: Unsigned }> => {
      const { selectedHttpAuthScheme: auth } = context.__smithy_context;
      const schemes = context.endpointV2?.properties?.authSchemes ?? [];
      // Outposts offer a signature for several regions first, and one for their own region too.
      const chosen = schemes.find((each) => each.name === 'sigv4') ?? schemes[0];
      const { name: scheme, signingName, signingRegion } = chosen ?? {};
      const { name: service, region } = auth.httpAuthOption.signingProperties;
      const where = { scheme, service: signingName ?? service, region: signingRegion ?? region };
      return { output: { operation: name, request, credentials: auth.identity, ...where } };
    };
  const { middlewareStack } = command as Command;
  middlewareStack.add(markUnsent, { name: 'archUnsent', step: 'initialize', priority: 'high' });
  middlewareStack.addRelativeTo(take, {
    name: 'archPresign',
    relation: 'before',
    toMiddleware: 'retryMiddleware',
  });
  return (await client.send(command)) as Unsigned;
};

/** Moves the body of a query protocol into the URL: AWS also accepts its members from the URL of a GET request. */
const moveBody = ({ operation, request }: Unsigned): void => {
  const { body, headers } = request as { readonly body?: unknown; readonly headers: Record<string, string> };
  if (body === undefined || body === '') return;
  if (typeof body !== 'string' || headers['content-type'] !== 'application/x-www-form-urlencoded') {
    throw new InvalidInputError(`${operation}: a request with a body cannot be presigned.`, { operation });
  }
  request.method = 'GET';
  request.query = { ...request.query, ...Object.fromEntries(new URLSearchParams(body)) };
  request.body = undefined;
  delete headers['content-length'];
};

/** Headers that the SDK adds about itself or about the body. */
const sdkHeaders =
  /^(?:amz-sdk-|x-amz-user-agent$|user-agent$|expect$|content-type$|x-amz-(?:checksum|sdk-checksum)-)/i;

/** Removes the SDK's own headers, except those of the input. */
const removeSdkHeaders = (request: HttpRequest, keep: ReadonlySet<string>): void => {
  request.headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => keep.has(name.toLowerCase()) || !sdkHeaders.test(name)),
  );
};

interface Signing {
  readonly expiresInSeconds: number;
  readonly signHeaders: boolean;
  readonly now: number;
}

const sign = async (
  { operation, request, credentials, scheme, service, region }: Unsigned,
  { expiresInSeconds, signHeaders, now }: Signing,
): Promise<PresignedRequest> => {
  if (scheme === 'sigv4a') {
    throw new InvalidInputError(`${operation}: requests to multi-region endpoints cannot be presigned.`, {
      operation,
    });
  }
  // A signature becomes invalid when the credentials expire.
  const expiresIn = Math.min(expiresInSeconds, secondsLeft(operation, credentials, now));
  const isS3 = service.startsWith('s3');
  if (isS3) request.headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
  const names = Object.keys(request.headers).map((name) => name.toLowerCase());
  const { presign } = await import('./presign.js');
  const { headers, ...signed } = await presign(
    request,
    { credentials, region, service, uriEscapePath: !isS3, applyChecksum: false },
    {
      expiresIn,
      signingDate: new Date(now),
      // By default, some headers such as Cache-Control are not signed.
      signableHeaders: new Set(names),
      unhoistableHeaders: new Set(names.filter((name) => !(signHeaders ? alwaysInUrl : inUrl).test(name))),
    },
  );
  const { host: _inTheUrl, ...toSend } = headers;
  return {
    ...signed,
    headers: toSend,
    // AWS counts from the signing time in whole seconds.
    expiresAt: new Date(Math.floor(now / 1_000) * 1_000 + expiresIn * 1_000),
  };
};

/**
 * Headers that S3 also accepts in the URL. All others stay headers: S3 ignores encryption, keys, tags, checksums and access control lists in
 * the URL without an error.
 */
const inUrl = /^x-amz-(?:content-sha256$|request-payer$|meta-)/;
const alwaysInUrl = /^x-amz-content-sha256$/;
