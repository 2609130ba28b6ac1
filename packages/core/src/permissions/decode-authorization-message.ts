import type { CallOptions } from '../declaration/call-options.js';
import { run } from '../call/run.js';
import { parseJson } from '../schema/parse-json.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import type { AccessDeniedError } from '../errors/access-denied-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';

/** The decoded reason for which AWS denied a call. */
export interface AuthorizationFailure {
  /** One sentence with the principal, the action, the resource, and whether a statement denies it or none allows it. */
  readonly reason: string;
  /** `true`: a statement denies the call. `false`: no statement allows it. */
  readonly explicitDeny: boolean;
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly principal?: string | undefined;
  /** The whole decoded document, as AWS returned it. */
  readonly details: Readonly<Record<string, unknown>>;
}

interface Decoded {
  readonly explicitDeny?: boolean;
  readonly matchedStatements?: { readonly items?: readonly { readonly statementId?: string }[] };
  readonly context?: {
    readonly principal?: { readonly arn?: string };
    readonly action?: string;
    readonly resource?: string;
  };
}

/**
 * Decodes the encoded reason of a denial, which EC2 sends. Requires `sts:DecodeAuthorizationMessage`.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 * @throws {InvalidInputError} the error has no encoded message.
 */
export const decodeAuthorizationMessage = async (
  error: AccessDeniedError,
  options: CallOptions = {},
): Promise<AuthorizationFailure> => {
  const name = 'decodeAuthorizationMessage';
  const encoded = error?.encodedMessage;
  if (!encoded)
    throw new InvalidInputError(`${name}: the error has no encodedMessage. Pass an AccessDeniedError of EC2.`, {
      operation: name,
    });
  const session = sessionFor(options);
  const internals = internalsOf(session);
  const failed = { operation: name, input: {}, tables: [], statementFor: () => statement, actions: [statement.Action] };
  return run({ name, session: internals, options, timeoutMs: internals.limits.callMs, failed }, async () => {
    const { STSClient, DecodeAuthorizationMessageCommand } = await import('@aws-sdk/client-sts');
    const { DecodedMessage = '{}' } = await session
      .client(STSClient)
      .send(new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded }));
    return describe(parseJson(DecodedMessage) as Decoded);
  });
};

const statement = { Effect: 'Allow', Action: 'sts:DecodeAuthorizationMessage', Resource: '*' } as const;

const describe = (decoded: Decoded): AuthorizationFailure => {
  const { explicitDeny = false, context = {}, matchedStatements } = decoded;
  const principal = context.principal?.arn;
  const ids = (matchedStatements?.items ?? []).map(({ statementId }) => statementId).filter(Boolean);
  const why = explicitDeny
    ? `a policy statement denies it${ids.length ? ` (${ids.join(', ')})` : ''}`
    : 'no policy statement allows it';
  return {
    reason: `${principal ?? 'The caller'} is not authorized to perform ${context.action ?? 'this action'} on ${context.resource ?? 'this resource'}: ${why}.`,
    explicitDeny,
    action: context.action,
    resource: context.resource,
    principal,
    details: decoded as Readonly<Record<string, unknown>>,
  };
};
