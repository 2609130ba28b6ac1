import { isAttemptTimeout } from '../session/attempt-timeout-error.js';
import { firstLineOf } from '../session/beginnings.js';
import { forgetBody } from '../session/forget-body.js';
import { AccessDeniedError } from './access-denied-error.js';
import { AlreadyExistsError } from './already-exists-error.js';
import { ArchError, type ErrorDetails } from './arch-error.js';
import { CapacityError } from './capacity-error.js';
import { commonErrors, ruleByHabit } from './common-errors.js';
import { ConflictError } from './conflict-error.js';
import { CredentialsError } from './credentials-error.js';
import { readDenial } from './denial.js';
import type { ErrorRule, Situation } from './error-table.js';
import type { FailedCall } from './failed-call.js';
import { namesId } from './names-id.js';
import { NotFoundError } from './not-found-error.js';
import { QuotaExceededError } from './quota-exceeded-error.js';
import { closed, counted, detailsOf, type SdkError } from './sdk-error.js';
import { ServiceError } from './service-error.js';
import { ThrottledError } from './throttled-error.js';
import { noConnection, noCredentials, tooLate, unreadable } from './unanswered.js';

export type { FailedCall } from './failed-call.js';

/** Turns what the SDK throws into one of our errors. One of ours, and a caller's abort, go through as they are. */
export const translateError = (thrown: unknown, call: FailedCall): unknown => {
  if (!(thrown instanceof Error)) return thrown;
  if (thrown instanceof ArchError) {
    // What went through the SDK on its way carries a note of its retries.
    Reflect.deleteProperty(thrown, '$metadata');
    return thrown;
  }
  const error = thrown as SdkError;
  forgetBody(error);
  if (isAttemptTimeout(error)) return tooLate(error, call);
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError')
    return noCredentials(error, call);
  if (error.$fault !== undefined) return isForeign(error) ? unreadable(error, call) : fromAnswer(error, call);
  if (error.code === 'EMPTY_ANSWER') return unreadable(error, call);
  // Node gives a TypeError with a code for what it refuses to send.
  if (typeof error.code === 'string' && !(error instanceof TypeError)) return noConnection(error, error.code, call);
  if (error.$metadata?.httpStatusCode !== undefined || error.$response) return unreadable(error, call);
  return thrown;
};

// The SDK makes an error of any body that it can parse, a proxy's page too; what has no code is none of AWS's, unless it has no body.
const isForeign = (error: SdkError): boolean =>
  (error.Code ?? error.Error?.Code ?? error.name) === 'Unknown' && firstLineOf(error.$response) !== '';

const fromAnswer = (error: SdkError, call: FailedCall): ArchError => {
  const code = error.Code ?? error.Error?.Code ?? error.name;
  const codes = [code, error.name];
  const known = findRule(codes, error.message, call.tables);
  const habit = known ? undefined : codes.map(ruleByHabit).find((each) => each !== undefined);
  const rule = locked(error) ?? known ?? habit ?? { situation: byStatus(error) };
  const id = idOf(rule, call);
  // What a code means by habit may be about something else than the resource that the call acts on.
  const isAbout = !habit || namesId(error.message, id ?? '');
  const details: ErrorDetails = {
    ...detailsOf(error, call),
    code,
    id: isAbout ? id : undefined,
    resource: rule.resource,
  };
  return make[rule.situation]({ error, rule, call, details });
};

/** S3 and backup vaults deny what no permission would allow: Object Lock keeps it. */
const locked = ({ message }: SdkError): ErrorRule | undefined =>
  /protected by object lock|WORM.protected/i.test(message)
    ? { situation: 'conflict', remedy: 'Object Lock keeps it until its retention is over and no legal hold is on it.' }
    : undefined;

const findRule = (codes: readonly string[], message: string, tables: FailedCall['tables']): ErrorRule | undefined => {
  for (const table of [...tables, commonErrors]) {
    for (const code of codes) {
      const rules = table && Object.hasOwn(table, code) ? [table[code] ?? []].flat() : [];
      const rule = rules.find(({ words }) => words?.test(message) ?? true);
      if (rule) return rule;
    }
  }
  return undefined;
};

const byStatus = ({ $metadata }: SdkError): Situation => {
  if ($metadata?.httpStatusCode === 429) return 'throttled';
  return $metadata?.httpStatusCode === 403 ? 'denied' : 'other';
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
  const said = error.message && error.message !== 'UnknownError' ? ` AWS says: ${closed(error.message)}` : '';
  const ids = [details.code, details.requestId && `request ${details.requestId}`].filter(Boolean).join(', ');
  return `${call.operation}: ${what}.${said}${rule.remedy ? ` ${rule.remedy}` : ''} (${ids})`;
};

const named = ({ details, rule }: Answered, fallback: string): string =>
  [rule.resource, details.id].filter(Boolean).join(' ') || fallback;

/** A name that is taken at a second attempt may have been taken by the first. */
const ofOurs = ({ details }: Answered): string =>
  (details.attempts ?? 1) > 1 ? ' An earlier attempt, whose answer was lost, may have made it.' : '';

const make: Record<Situation, (answered: Answered) => ArchError> = {
  'not-found': (it) =>
    new NotFoundError(sentence(it, `${named(it, 'what was asked for')} does not exist here`), it.details),
  'already-exists': (it) =>
    new AlreadyExistsError(`${sentence(it, `${named(it, 'it')} already exists`)}${ofOurs(it)}`, it.details),
  conflict: (it) => new ConflictError(sentence(it, `${named(it, 'the resource')} does not allow this now`), it.details),
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
      retryable: (it.details.status ?? 0) >= 500,
    }),
};

const deniedOf = ({ error, rule, call, details }: Answered): AccessDeniedError => {
  const { principal, action: denied, resource, reason, explicit, encodedMessage } = readDenial(error.message);
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
