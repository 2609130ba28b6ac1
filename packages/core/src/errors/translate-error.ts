import type { PolicyStatement } from '../policy/policy-document.js';
import { AttemptTimeoutError } from '../session/attempt-timeout-error.js';
import { AccessDeniedError } from './access-denied-error.js';
import { AlreadyExistsError } from './already-exists-error.js';
import { ArchError, type ErrorDetails } from './arch-error.js';
import { CapacityError } from './capacity-error.js';
import { commonErrors, ruleByHabit } from './common-errors.js';
import { ConflictError } from './conflict-error.js';
import { ConnectionError } from './connection-error.js';
import { CredentialsError } from './credentials-error.js';
import { DeadlineError } from './deadline-error.js';
import { readDenial } from './denial.js';
import type { ErrorRule, ErrorTable, Situation } from './error-table.js';
import { NotFoundError } from './not-found-error.js';
import { QuotaExceededError } from './quota-exceeded-error.js';
import { ServiceError } from './service-error.js';
import { ThrottledError } from './throttled-error.js';
import { UnexpectedResponseError } from './unexpected-response-error.js';

/** What is known of the call that failed. */
export interface FailedCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The input member that names the resource, where one does. */
  readonly key?: string | undefined;
  /** Most specific first. */
  readonly tables: readonly (ErrorTable | undefined)[];
  /** The statement that would allow an action of this call. */
  readonly statementFor: (action: string | undefined) => PolicyStatement | undefined;
}

interface SdkError extends Error {
  readonly Code?: string;
  readonly Error?: { readonly Code?: string };
  readonly code?: unknown;
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
  readonly $response?: { readonly statusCode?: number; readonly body?: unknown };
}

/** Turns what the SDK throws into one of our errors. One of ours, and a caller's abort, go through as they are. */
export const translateError = (thrown: unknown, call: FailedCall): unknown => {
  if (thrown instanceof ArchError || !(thrown instanceof Error)) return thrown;
  const error = thrown as SdkError;
  if (error instanceof AttemptTimeoutError) return deadlineOf(error, call);
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError') return noCredentials(error, call);
  if (error.$fault !== undefined) return fromAnswer(error, call);
  if (typeof error.code === 'string' && error.code !== 'EMPTY_ANSWER') return noConnection(error, error.code, call);
  if (error.$metadata?.httpStatusCode !== undefined || error.$response || error.code) return unreadable(error, call);
  return thrown;
};

const detailsOf = (error: SdkError, call: FailedCall): ErrorDetails => ({
  operation: call.operation,
  status: error.$metadata?.httpStatusCode,
  requestId: error.$metadata?.requestId,
  attempts: error.$metadata?.attempts,
  cause: error,
});

const fromAnswer = (error: SdkError, call: FailedCall): ArchError => {
  const code = error.Code ?? error.Error?.Code ?? error.name;
  const rule = findRule([code, error.name], call.tables) ?? { situation: byStatus(error) };
  const id = idOf(rule, call);
  const details: ErrorDetails = { ...detailsOf(error, call), code, id, resource: rule.resource };
  return make[rule.situation]({ error, rule, call, details });
};

const findRule = (codes: readonly string[], tables: FailedCall['tables']): ErrorRule | undefined => {
  for (const code of codes) {
    for (const table of [...tables, commonErrors]) {
      const rule = table && Object.hasOwn(table, code) ? table[code] : undefined;
      if (rule) return rule;
    }
  }
  return codes.map(ruleByHabit).find((rule) => rule !== undefined);
};

const byStatus = ({ $metadata }: SdkError): Situation => {
  if ($metadata?.httpStatusCode === 429) return 'throttled';
  return $metadata?.httpStatusCode === 403 ? 'denied' : 'other';
};

const idOf = (rule: ErrorRule, { input, key }: FailedCall): string | undefined => {
  const value = input[rule.member ?? key ?? ''];
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
  return `${call.operation}: ${what}.${said}${rule.remedy ? ` ${rule.remedy}` : ''}${ids ? ` (${ids})` : ''}`;
};

const closed = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const named = ({ details, rule }: Answered, fallback: string): string =>
  [rule.resource ?? fallback, details.id].filter(Boolean).join(' ');

const make: Record<Situation, (answered: Answered) => ArchError> = {
  'not-found': (it) => new NotFoundError(sentence(it, `${named(it, 'what was asked for')} does not exist here`), it.details),
  'already-exists': (it) => new AlreadyExistsError(sentence(it, `${named(it, 'it')} already exists`), it.details),
  conflict: (it) => new ConflictError(sentence(it, `${named(it, 'the resource')} does not allow this now`), it.details),
  quota: (it) => new QuotaExceededError(sentence(it, 'a quota of the account is reached'), it.details),
  capacity: (it) =>
    new CapacityError(sentence(it, 'AWS has no capacity for this now'), { ...it.details, retryable: true }),
  throttled: (it) =>
    new ThrottledError(sentence(it, `still throttled after ${it.details.attempts ?? 1} attempts`), { ...it.details, retryable: true }),
  credentials: (it) => new CredentialsError(sentence(it, 'AWS does not accept the credentials'), it.details),
  denied: (it) => deniedOf(it),
  other: (it) =>
    new ServiceError(sentence(it, it.error.$fault === 'server' ? 'AWS failed' : 'AWS refused the request'), {
      ...it.details,
      retryable: (it.details.status ?? 0) >= 500,
    }),
};

const deniedOf = ({ error, rule, call, details }: Answered): AccessDeniedError => {
  const denial = readDenial(error.message);
  const statement = call.statementFor(denial.action);
  const action = denial.action ?? firstOf(statement?.Action);
  const who = denial.principal ?? 'the credentials in use';
  const where = denial.resource ? ` on ${denial.resource}` : '';
  const remedy = statement ? ` Add this statement to a policy of theirs: ${JSON.stringify(statement)}` : '';
  const why = denial.reason ? ` AWS says: ${closed(denial.reason)}` : '';
  return new AccessDeniedError(
    `${call.operation}: ${who} may not do ${action ?? 'this'}${where}.${why}${rule.remedy ? ` ${rule.remedy}` : ''}${remedy}`,
    { ...details, action, statement, principal: denial.principal, encodedMessage: denial.encodedMessage },
  );
};

const firstOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];

const deadlineOf = (error: AttemptTimeoutError, call: FailedCall): DeadlineError => {
  const { $metadata } = error as SdkError;
  const attempts = $metadata?.attempts ?? 1;
  const phase = { connect: 'connecting', attempt: 'waiting for an answer', 'body-idle': 'reading the answer' }[error.limit];
  return new DeadlineError(
    `${call.operation}: ${error.message}, on ${attempts === 1 ? 'the only attempt' : `each of ${attempts} attempts`}. ` +
      'Check the network between here and AWS (proxy, security group, VPC endpoint), or pass a longer limit.',
    { operation: call.operation, limit: error.limit, limitMs: error.limitMs, phase, attempts, retryable: true, cause: error },
  );
};

const noCredentials = (error: SdkError, call: FailedCall): CredentialsError =>
  new CredentialsError(
    `${call.operation}: no usable credentials. ${closed(error.message)} Run aws configure or aws sso login, set ` +
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or pass a session with credentials.',
    { operation: call.operation, cause: error },
  );

const noConnection = (error: SdkError, code: string, call: FailedCall): ConnectionError => {
  const attempts = error.$metadata?.attempts ?? 1;
  return new ConnectionError(
    `${call.operation}: no answer from AWS after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}: ${closed(error.message)} ` +
      'Check the region, the endpoint and the network.',
    { ...detailsOf(error, call), code, retryable: true },
  );
};

/** An answer that is none: a proxy's page, a document that is cut off, nothing at all. */
const unreadable = (error: SdkError, call: FailedCall): ArchError => {
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
  const body = typeof error.$response?.body === 'string' ? error.$response.body : '';
  const firstLine = body.trimStart().split('\n', 1)[0]?.slice(0, 120) ?? '';
  const shown = firstLine ? `, beginning with ${JSON.stringify(firstLine)}` : '';
  const details = { ...detailsOf(error, call), status, retryable: status === undefined || status >= 500 };
  if (status !== undefined && status >= 300) {
    return new ServiceError(
      `${call.operation}: HTTP status ${status} with a body that is no answer of AWS${shown}. Is there a proxy in between, or does the ` +
        'endpoint lack this operation?',
      details,
    );
  }
  const what = error.message.split('\n', 1)[0] ?? '';
  return new UnexpectedResponseError(`${call.operation}: the answer cannot be read: ${closed(what)}${shown && ` The body is${shown.slice(1)}.`}`, details);
};
