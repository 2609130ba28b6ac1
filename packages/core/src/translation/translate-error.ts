import { isAttemptTimeout } from '../transport/attempt-timeout-error.js';
import { isInvalidResponse } from '../transport/invalid-response-error.js';
import { forgetBody } from '../transport/forget-body.js';
import { AccessDeniedError } from '../errors/access-denied-error.js';
import { AlreadyExistsError } from '../errors/already-exists-error.js';
import { ArchError, type ErrorDetails } from '../errors/arch-error.js';
import { CapacityError } from '../errors/capacity-error.js';
import { addedRemedy } from './added-remedy.js';
import { commonErrors, ruleByPattern } from './common-errors.js';
import { ConflictError } from '../errors/conflict-error.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { readDenial } from './denial.js';
import type { ErrorRule, Situation } from './error-table.js';
import type { FailedCall } from './failed-call.js';
import { mentionsId } from './mentions-id.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { QuotaExceededError } from '../errors/quota-exceeded-error.js';
import { closed, counted, detailsOf, type SdkError } from './sdk-error.js';
import { ServiceError } from '../errors/service-error.js';
import { ThrottledError } from '../errors/throttled-error.js';
import { ruleByRegion, ruleByStatus } from './rule-by-status.js';
import {
  attemptTimeoutError,
  connectionError,
  invalidResponseError,
  missingCredentialsError,
  retryableStatuses,
  unsendableRequestError,
  unusableResponseError,
} from './transport-errors.js';
import { isUserError } from '../errors/run-user-function.js';

export type { FailedCall } from './failed-call.js';

/**
 * Converts an error of the SDK to an `ArchError`. Returns other values unchanged: an `ArchError`, an error of a user-defined function, the
 * reason of the caller's signal.
 */
export const translateError = (thrown: unknown, call: FailedCall): unknown => {
  if (!(thrown instanceof Error) || isUserError(thrown)) return thrown;
  if (thrown instanceof ArchError) {
    // The SDK adds this member to every error that passes through it.
    Reflect.deleteProperty(thrown, '$metadata');
    return thrown;
  }
  const error = thrown as SdkError;
  forgetBody(error);
  if (isAttemptTimeout(error)) return attemptTimeoutError(error, call);
  if (isInvalidResponse(error)) return invalidResponseError(error, call);
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError')
    return missingCredentialsError(error, call);
  if (error.$fault !== undefined) return awsError(error, call);
  if (error.name === 'EndpointError' || error instanceof TypeError)
    return unsendableRequestError(error, call) ?? thrown;
  if (typeof error.code === 'string') return connectionError(error, error.code, call);
  return unusableResponseError(error, call) ?? thrown;
};

const awsError = (error: SdkError, call: FailedCall): ArchError => {
  const code = codeOf(error);
  const codes = [code, error.name].filter((each) => each !== undefined);
  const known = findRule(codes, error.message, call);
  const byPattern = known ? undefined : codes.map(ruleByPattern).find((each) => each !== undefined);
  const rule =
    objectLockRule(error) ??
    deleteMarkerRule(error) ??
    ruleByRegion(error) ??
    known ??
    byPattern ??
    ruleByStatus(error);
  const id = idOf(rule, call);
  // A code that only its pattern explains may be about another resource than the one of the call.
  const isAbout = !byPattern || mentionsId(error.message, id ?? '');
  const details: ErrorDetails = {
    ...detailsOf(error, call),
    code,
    id: isAbout ? id : undefined,
    resource: rule.resource,
  };
  return make[rule.situation]({ error, rule, call, details });
};

/** Returns AWS's message. The SDK sets `UnknownError` if AWS sent none. */
const awsMessageOf = ({ message }: SdkError): string => (/^Unknown(?:Error)?$/.test(message) ? '' : message);

/** Returns AWS's code. The SDK sets `Unknown` if the response has none, e.g. to HEAD. */
const codeOf = (error: SdkError): string | undefined => {
  const code = error.Code ?? error.Error?.Code ?? error.name;
  return /^Unknown(?:Error)?$/.test(code) ? undefined : code;
};

/** S3 returns "method not allowed" for an object whose latest version is a delete marker. */
const deleteMarkerRule = ({ $response, $metadata }: SdkError): ErrorRule | undefined =>
  $response?.headers?.['x-amz-delete-marker'] === 'true' && [404, 405].includes($metadata?.httpStatusCode ?? 0)
    ? {
        situation: 'not-found',
        resource: 'object',
        member: 'key',
        parentKey: 'bucket',
        remedy: 'Its latest version is a delete marker: pass a versionId to read an older version.',
      }
    : undefined;

/** S3 and backup vaults return "access denied" for objects under Object Lock, although no permission would allow the call. */
const objectLockRule = ({ message }: SdkError): ErrorRule | undefined =>
  /protected by object lock|WORM.protected/i.test(message)
    ? {
        situation: 'conflict',
        remedy: 'Object Lock protects it until its retention period ends and its legal hold is removed.',
      }
    : undefined;

const findRule = (codes: readonly string[], message: string, { tables, input }: FailedCall): ErrorRule | undefined => {
  for (const table of [...tables, commonErrors]) {
    for (const code of codes) {
      const rules = table && Object.hasOwn(table, code) ? [table[code] ?? []].flat() : [];
      const matching = rules.filter(({ words }) => words?.test(message) ?? true);
      // A code may be about several kinds of resources: the first one that the input contains is chosen.
      const rule = matching.find(({ member }) => member !== undefined && input[member] !== undefined) ?? matching[0];
      if (rule) return rule;
    }
  }
  return undefined;
};

const idOf = (rule: ErrorRule, { input, key }: FailedCall): string | undefined => {
  // A rule for another kind of resource, without a member, does not identify the resource.
  const value = input[rule.member ?? (rule.resource === undefined ? (key ?? '') : '')];
  return typeof value === 'string' ? value : undefined;
};

interface Failure {
  readonly error: SdkError;
  readonly rule: ErrorRule;
  readonly call: FailedCall;
  readonly details: ErrorDetails;
}

const sentence = ({ call, details, error, rule }: Failure, problem: string): string => {
  const message = awsMessageOf(error);
  const quoted = message && ` AWS says: ${closed(message)}`;
  const facts = [
    details.code ?? (details.status && `HTTP status ${details.status}`),
    details.requestId && `request ${details.requestId}`,
  ];
  const ids = facts.filter(Boolean).join(', ');
  const remedy = [rule.remedy, addedRemedy(error)].filter(Boolean).join(' ');
  return `${call.operation}: ${problem}.${quoted}${remedy ? ` ${remedy}` : ''}${ids && ` (${ids})`}`;
};

const resourceOf = ({ details, rule, call }: Failure): string => {
  const parent = rule.parentKey === undefined ? undefined : call.input[rule.parentKey];
  const where = typeof parent === 'string' ? `in ${rule.parentKey} ${parent}` : undefined;
  const name = [rule.resource, details.id].filter(Boolean).join(' ');
  return name ? [name, where].filter(Boolean).join(' ') : 'the resource';
};

const make: Record<Situation, (failure: Failure) => ArchError> = {
  'not-found': (it) =>
    new NotFoundError(sentence(it, `${resourceOf(it)} does not exist in this account and region`), it.details),
  'already-exists': (it) => new AlreadyExistsError(sentence(it, `${resourceOf(it)} already exists`), it.details),
  conflict: (it) =>
    new ConflictError(sentence(it, `${resourceOf(it)} does not allow this call now`), {
      ...it.details,
      retryable: it.rule.retryable,
    }),
  quota: (it) => new QuotaExceededError(sentence(it, 'the account has reached a quota'), it.details),
  capacity: (it) =>
    new CapacityError(sentence(it, 'AWS does not have enough capacity now'), { ...it.details, retryable: true }),
  throttled: (it) =>
    new ThrottledError(sentence(it, `still throttled after ${counted(it.details.attempts ?? 1)}`), {
      ...it.details,
      retryable: true,
    }),
  credentials: (it) => new CredentialsError(sentence(it, 'AWS does not accept the credentials'), it.details),
  denied: (it) => deniedOf(it),
  other: (it) =>
    new ServiceError(
      sentence(it, it.error.$fault === 'server' ? 'AWS returned a server error' : 'AWS rejected the request'),
      {
        ...it.details,
        retryable: it.rule.retryable ?? retryableStatuses.has(it.details.status ?? 0),
      },
    ),
};

const deniedOf = ({ error, rule, call, details }: Failure): AccessDeniedError => {
  const { principal, action: denied, resource, reason, explicit, encodedMessage } = readDenial(awsMessageOf(error));
  // A statement does not help against an explicit Deny, or if AWS has another reason than missing permissions.
  const helps = !explicit && (rule.remedy === undefined || denied !== undefined);
  const statement = helps ? call.statementFor(denied, resource) : undefined;
  const action = denied ?? firstOf(call.statementFor(undefined)?.Action);
  const where = resource && resource !== '*' ? ` on ${resource}` : '';
  const sentences = [
    `${call.operation}: ${principal ?? 'the caller'} is not authorized to perform ${action ?? 'this call'}${where}.`,
    reason && `AWS says: ${closed(reason)}`,
    rule.remedy,
    explicit && 'A statement that allows the action has no effect: remove or narrow the statement that denies it.',
    statement && `Add this statement to one of its policies: ${JSON.stringify(statement)}`,
  ];
  return new AccessDeniedError(sentences.filter(Boolean).join(' '), {
    ...details,
    action,
    statement,
    principal,
    encodedMessage,
  });
};

const firstOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];
