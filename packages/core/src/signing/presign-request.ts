import type { HttpRequest } from '@smithy/core/protocols';
import type { AwsCredentialIdentity } from '@smithy/types';

import { asArchError } from '../translation/as-arch-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { sessionFor } from '../session/current-session.js';
import type { SessionChoice } from '../session/session-choice.js';
import { secondsLeft } from '../credentials/seconds-left.js';
import { internalsOf, type SessionInternals } from '../session/session-internals.js';
import { askedHeaders } from './asked-headers.js';
import { prepare, type Sendable } from '../declaration/send.js';
import { toRequest } from '../declaration/to-request.js';
import { toArnError } from '../declaration/to-arn-error.js';

/** A request that anyone can make who has its URL, in the name of who has signed it, until it expires. */
export interface PresignedRequest {
  /** With the signature in it: who knows it needs no credentials, so keep it out of logs. */
  readonly url: string;
  readonly method: string;
  /** Have to be sent as they are: they are part of what was signed. With a customer's key (SSE-C) among them, keep them out of logs. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** How long a presigned request is good for. */
export interface PresignOptions {
  readonly expiresInSeconds: number;
  /** `true`: everything that is a header otherwise stays one, metadata included. Default: what AWS also takes in a URL stands there. */
  readonly signHeaders?: boolean | undefined;
}

/**
 * Signs a request in its URL instead of sending it. Every member of the request is part of what is signed, in the URL or as a header that has
 * to be sent with it. Nothing is sent, except what the session may need for its credentials.
 */
export const presignRequest = async (
  declaration: Sendable,
  input: object,
  { expiresInSeconds, signHeaders = false, ...options }: PresignOptions & SessionChoice,
): Promise<PresignedRequest> => {
  const session = internalsOf(sessionFor(options));
  try {
    const wire = toRequest(declaration, input);
    const asked = askedHeaders(declaration.name, declaration.command, wire);
    const unsigned = await serialize(declaration, wire, session).catch((error: unknown) => {
      throw toArnError(error, declaration.name, wire);
    });
    moveBody(unsigned);
    keep(unsigned.request, asked);
    return await sign(unsigned, { expiresInSeconds, signHeaders, now: session.clock.now() });
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

/** The query protocols send all members in the body: AWS takes them from the URL of a GET request as well. */
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

/** Headers that the SDK writes about itself, or about a body that is not known yet. */
const ofTheSdk = /^(?:amz-sdk-|x-amz-user-agent$|user-agent$|expect$|content-type$|x-amz-(?:checksum|sdk-checksum)-)/i;

/** Leaves of the SDK's request what was asked for. */
const keep = (request: HttpRequest, asked: ReadonlySet<string>): void => {
  request.headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => asked.has(name.toLowerCase()) || !ofTheSdk.test(name)),
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
    throw new InvalidInputError(`${operation}: requests to endpoints over several regions cannot be presigned.`, {
      operation,
    });
  }
  // A signature is valid no longer than the keys that made it.
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
      // Some headers, such as Cache-Control, are only signed where it is said.
      signableHeaders: new Set(names),
      unhoistableHeaders: new Set(names.filter((name) => !(signHeaders ? alwaysInUrl : inUrl).test(name))),
    },
  );
  const { host: _inTheUrl, ...toSend } = headers;
  return {
    ...signed,
    headers: toSend,
    // AWS counts from the second of the signature.
    expiresAt: new Date(Math.floor(now / 1_000) * 1_000 + expiresIn * 1_000),
  };
};

/**
 * Headers that S3 also takes in the URL. Everything else is a header: S3 does not look for encryption, keys, tags, checksums and access lists
 * in the URL, and would leave them out without an error.
 */
const inUrl = /^x-amz-(?:content-sha256$|request-payer$|meta-)/;
const alwaysInUrl = /^x-amz-content-sha256$/;
