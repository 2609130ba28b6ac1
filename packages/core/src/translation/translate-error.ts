import { isAttemptTimeout } from '../transport/attempt-timeout-error.js';
import { isInvalidResponse } from '../transport/invalid-response-error.js';
import { forgetBody } from '../transport/forget-body.js';
import { AccessDeniedError } from '../errors/access-denied-error.js';
import { AlreadyExistsError } from '../errors/already-exists-error.js';
import { ArchError, type ErrorDetails } from '../errors/arch-error.js';
import { CapacityError } from '../errors/capacity-error.js';
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
  foreign,
  noConnection,
  noCredentials,
  notSendable,
  retryableStatuses,
  tooLate,
  unusable,
} from './transport-errors.js';
import { isUserError } from '../errors/run-user-function.js';

export type { FailedCall } from './failed-call.js';

/** Turns what the SDK throws into one of our errors. One of ours, what the user's own functions throw, and a caller's abort stay as they are. */
export const translateError = (thrown: unknown, call: FailedCall): unknown => {
  if (!(thrown instanceof Error) || isUserError(thrown)) return thrown;
  if (thrown instanceof ArchError) {
    // What went through the SDK on its way carries a note of its retries.
    Reflect.deleteProperty(thrown, '$metadata');
    return thrown;
  }
  const error = thrown as SdkError;
  forgetBody(error);
  if (isAttemptTimeout(error)) return tooLate(error, call);
  if (isInvalidResponse(error)) return foreign(error, call);
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError')
    return noCredentials(error, call);
  if (error.$fault !== undefined) return fromAnswer(error, call);
  if (error.name === 'EndpointError' || error instanceof TypeError) return notSendable(error, call) ?? thrown;
  if (typeof error.code === 'string') return noConnection(error, error.code, call);
  return unusable(error, call) ?? thrown;
};

const fromAnswer = (error: SdkError, call: FailedCall): ArchError => {
  const code = codeOf(error);
  const codes = [code, error.name].filter((each) => each !== undefined);
  const known = findRule(codes, error.message, call);
  const habit = known ? undefined : codes.map(ruleByPattern).find((each) => each !== undefined);
  const rule = locked(error) ?? deleted(error) ?? ruleByRegion(error) ?? known ?? habit ?? ruleByStatus(error);
  const id = idOf(rule, call);
  // What a code means by habit may be about something else than the resource that the call acts on.
  const isAbout = !habit || mentionsId(error.message, id ?? '');
  const details: ErrorDetails = {
    ...detailsOf(error, call),
    code,
    id: isAbout ? id : undefined,
    resource: rule.resource,
  };
  return make[rule.situation]({ error, rule, call, details });
};

/** AWS's message; the SDK fills in `UnknownError` where there is none. */
const saidBy = ({ message }: SdkError): string => (/^Unknown(?:Error)?$/.test(message) ? '' : message);

/** AWS's code; the SDK writes `Unknown` where the response has none, as to HEAD. */
const codeOf = (error: SdkError): string | undefined => {
  const code = error.Code ?? error.Error?.Code ?? error.name;
  return /^Unknown(?:Error)?$/.test(code) ? undefined : code;
};

/** S3 says of an object whose latest version is a delete marker that the method is not allowed. */
const deleted = ({ $response, $metadata }: SdkError): ErrorRule | undefined =>
  $response?.headers?.['x-amz-delete-marker'] === 'true' && [404, 405].includes($metadata?.httpStatusCode ?? 0)
    ? {
        situation: 'not-found',
        resource: 'object',
        member: 'key',
        parentKey: 'bucket',
        remedy: 'Its latest version is a delete marker: pass a versionId to read an older version.',
      }
    : undefined;

/** S3 and backup vaults deny what no permission would allow: Object Lock keeps it. */
const locked = ({ message }: SdkError): ErrorRule | undefined =>
  /protected by object lock|WORM.protected/i.test(message)
    ? { situation: 'conflict', remedy: 'Object Lock keeps it until its retention is over and no legal hold is on it.' }
    : undefined;

const findRule = (codes: readonly string[], message: string, { tables, input }: FailedCall): ErrorRule | undefined => {
  for (const table of [...tables, commonErrors]) {
    for (const code of codes) {
      const rules = table && Object.hasOwn(table, code) ? [table[code] ?? []].flat() : [];
      const fitting = rules.filter(({ words }) => words?.test(message) ?? true);
      // Of several resources that a code may be about, the first that the input names.
      const rule = fitting.find(({ member }) => member !== undefined && input[member] !== undefined) ?? fitting[0];
      if (rule) return rule;
    }
  }
  return undefined;
};

const idOf = (rule: ErrorRule, { input, key }: FailedCall): string | undefined => {
  // A rule that names another resource without its member leaves open which one it is.
  const value = input[rule.member ?? (rule.resource === undefined ? (key ?? '') : '')];
  return typeof value === 'string' ? value : undefined;
};

interface Answered {
  readonly error: SdkError;
  readonly rule: ErrorRule;
  readonly call: FailedCall;
  readonly details: ErrorDetails;
}

const sentence = ({ call, details, error, rule }: Answered, what: string): string => {
  const words = saidBy(error);
  const said = words && ` AWS says: ${closed(words)}`;
  const facts = [
    details.code ?? (details.status && `HTTP status ${details.status}`),
    details.requestId && `request ${details.requestId}`,
  ];
  const ids = facts.filter(Boolean).join(', ');
  return `${call.operation}: ${what}.${said}${rule.remedy ? ` ${rule.remedy}` : ''}${ids && ` (${ids})`}`;
};

const named = ({ details, rule, call }: Answered, fallback: string): string => {
  const parent = rule.parentKey === undefined ? undefined : call.input[rule.parentKey];
  const where = typeof parent === 'string' ? `in ${rule.parentKey} ${parent}` : undefined;
  const name = [rule.resource, details.id].filter(Boolean).join(' ');
  return name ? [name, where].filter(Boolean).join(' ') : fallback;
};

const make: Record<Situation, (answered: Answered) => ArchError> = {
  'not-found': (it) =>
    new NotFoundError(sentence(it, `${named(it, 'what was asked for')} does not exist here`), it.details),
  'already-exists': (it) => new AlreadyExistsError(sentence(it, `${named(it, 'it')} already exists`), it.details),
  conflict: (it) =>
    new ConflictError(sentence(it, `${named(it, 'the resource')} does not allow this now`), {
      ...it.details,
      retryable: it.rule.retryable,
    }),
  quota: (it) => new QuotaExceededError(sentence(it, 'a quota of the account is reached'), it.details),
  capacity: (it) =>
    new CapacityError(sentence(it, 'AWS has no capacity for this now'), { ...it.details, retryable: true }),
  throttled: (it) =>
    new ThrottledError(sentence(it, `still throttled after ${counted(it.details.attempts ?? 1)}`), {
      ...it.details,
      retryable: true,
    }),
  credentials: (it) => new CredentialsError(sentence(it, 'AWS does not accept the credentials'), it.details),
  denied: (it) => deniedOf(it),
  other: (it) =>
    new ServiceError(sentence(it, it.error.$fault === 'server' ? 'AWS failed' : 'AWS refused the request'), {
      ...it.details,
      retryable: it.rule.retryable ?? retryableStatuses.has(it.details.status ?? 0),
    }),
};

const deniedOf = ({ error, rule, call, details }: Answered): AccessDeniedError => {
  const { principal, action: denied, resource, reason, explicit, encodedMessage } = readDenial(saidBy(error));
  // Where AWS has another reason than missing permissions, or a Deny stands against them, no statement helps.
  const helps = !explicit && (rule.remedy === undefined || denied !== undefined);
  const statement = helps ? call.statementFor(denied, resource) : undefined;
  const action = denied ?? firstOf(call.statementFor(undefined)?.Action);
  const where = resource && resource !== '*' ? ` on ${resource}` : '';
  const sentences = [
    `${call.operation}: ${principal ?? 'the credentials in use'} may not do ${action ?? 'this'}${where}.`,
    reason && `AWS says: ${closed(reason)}`,
    rule.remedy,
    explicit && 'A statement that allows it would not help: the one that denies it has to go, or to be narrowed.',
    statement && `Add this statement to a policy of theirs: ${JSON.stringify(statement)}`,
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
