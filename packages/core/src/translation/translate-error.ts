import { isAttemptTimeout } from '../transport/attempt-timeout-error.js';
import { isInvalidResponse } from '../transport/invalid-response-error.js';
import { forgetBody } from '../transport/forget-body.js';
import { AlreadyExistsError } from '../errors/already-exists-error.js';
import { ArchError, type ErrorDetails } from '../errors/arch-error.js';
import { CapacityError } from '../errors/capacity-error.js';
import { addedRemedy } from './added-remedy.js';
import { commonErrors } from './common-errors.js';
import { ruleByPattern } from './rule-by-pattern.js';
import { ConflictError } from '../errors/conflict-error.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { deniedError, type Failure } from './denied-error.js';
import type { ErrorRule, Situation } from './error-table.js';
import type { FailedCall } from './failed-call.js';
import { InvalidRequestError } from '../errors/invalid-request-error.js';
import { mentionsId } from './mentions-id.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { QuotaExceededError } from '../errors/quota-exceeded-error.js';
import { awsMessageOf, closed, counted, detailsOf, type SdkError } from './sdk-error.js';
import { ServiceError } from '../errors/service-error.js';
import { ThrottledError } from '../errors/throttled-error.js';
import { ruleByRange, ruleByRegion, ruleByStatus } from './rule-by-status.js';
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
  const status = error.$metadata?.httpStatusCode ?? 0;
  const codes = [code, error.name].filter((each) => each !== undefined);
  const known = findRule(codes, error.message, call);
  const byPattern = known ? undefined : codes.map((each) => ruleByPattern(each, status)).find(Boolean);
  const rule =
    objectLockRule(error) ??
    deleteMarkerRule(error) ??
    ruleByRegion(error) ??
    known ??
    ruleByRange(error) ??
    byPattern ??
    ruleByStatus(error);
  const id = idOf(rule, call, error);
  // A code that only its pattern explains may be about another resource than the one of the call.
  const isAbout =
    rule !== byPattern || /^(?:invalid|denied|throttled)$/.test(rule.situation) || mentionsId(error.message, id ?? '');
  const details: ErrorDetails = {
    ...detailsOf(error, call),
    code,
    id: isAbout ? id : undefined,
    resource: rule.resource,
  };
  return make[rule.situation]({ error, rule, call, details });
};

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
      const matching = rules.filter(
        ({ words, given }) =>
          (words?.test(message) ?? true) && (given === undefined || inputAt(input, given) !== undefined),
      );
      // A code may be about several kinds of resources: the first one that the input contains is chosen.
      const rule =
        matching.find(({ member }) => member !== undefined && inputAt(input, member) !== undefined) ?? matching[0];
      if (rule) return rule;
    }
  }
  return undefined;
};

/** Returns a member of the input, also one of a structure: `source.key`. */
const inputAt = (input: unknown, path: string): unknown =>
  path.split('.').reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], input);

const idOf = (rule: ErrorRule, { input, key }: FailedCall, { BucketName }: SdkError): string | undefined => {
  // S3 names the bucket: a copy has two of them.
  if (rule.resource === 'bucket' && typeof BucketName === 'string') return BucketName;
  // A rule for another kind of resource, without a member, does not identify the resource.
  const value = inputAt(input, rule.member ?? (rule.resource === undefined ? (key ?? '') : ''));
  return typeof value === 'string' ? value : undefined;
};

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
  const { parentKey = '' } = rule;
  const parent = inputAt(call.input, parentKey);
  const where = typeof parent === 'string' ? `in ${parentKey.split('.').at(-1)} ${parent}` : undefined;
  const name = [rule.resource, details.id].filter(Boolean).join(' ');
  return name ? [name, where].filter(Boolean).join(' ') : 'the resource';
};

/** S3 names the argument, e.g. `x-amz-tagging`. Its value may be a secret. */
const rejectedOf = ({ ArgumentName }: SdkError): string =>
  typeof ArgumentName === 'string' ? `the argument ${ArgumentName} of the request` : 'the request';

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
  denied: deniedError,
  invalid: (it) =>
    new InvalidRequestError(sentence(it, `AWS rejected ${rejectedOf(it.error)}`), {
      ...it.details,
      retryable: it.rule.retryable,
    }),
  other: (it) =>
    new ServiceError(
      sentence(it, it.error.$fault === 'server' ? 'AWS returned a server error' : 'AWS rejected the request'),
      {
        ...it.details,
        retryable: it.rule.retryable ?? retryableStatuses.has(it.details.status ?? 0),
      },
    ),
};
