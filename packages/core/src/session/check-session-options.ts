import { InvalidInputError } from '../errors/invalid-input-error.js';
import { hide, quote } from '../schema/quote.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import { checkCredentialsOption } from './check-credentials-option.js';
import type { Kind } from '../settings/kind.js';
import { kinds } from '../settings/kinds.js';
import type { SessionOptions } from './session.js';

/** A check of a value, the description of valid values, and whether the value is a secret, which no message quotes. */
type Check = readonly [isValid: (value: never) => boolean, description: string, kind?: 'secret'];
type Checks<Options> = { readonly [Name in keyof Options]-?: Check };

const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value);
const isFunction = (value: unknown): boolean => typeof value === 'function';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const has =
  (...methods: string[]) =>
  (value: unknown): boolean =>
    isObject(value) && methods.every((name) => isFunction(value[name]));
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;
const isNonEmpty = matches(/./);

const isOf =
  ({ read }: Kind<string>) =>
  (value: unknown): boolean =>
    typeof value === 'string' && read(value) !== undefined;

const region: Check = [isOf(kinds.region), kinds.region.accepted];

const sessionChecks: Checks<SessionOptions> = {
  region,
  profile: [isNonEmpty, 'the name of a profile'],
  credentials: [
    (value) => isFunction(value) || isObject(value),
    'an object with accessKeyId and secretAccessKey, and optionally sessionToken and expiration, or a function that returns one',
    'secret',
  ],
  mfaCode: [
    (value) => isFunction(value) || matches(/^\d{6}$/)(value),
    "6 digits as a text, e.g. '123456', or a function that returns them",
    'secret',
  ],
  assumeRole: [isObject, 'an object with roleArn'],
  endpoint: [isOf(kinds.url), kinds.url.accepted],
  followRegion: [(value) => typeof value === 'boolean', 'true or false'],
  maxAttempts: [isCount, 'a whole number of at least 1'],
  timeouts: [isObject, 'an object such as { attemptMs: 10_000 }'],
  maxSockets: [isCount, 'a whole number of at least 1'],
  lane: [(value) => typeof value === 'boolean', 'true or false'],
  payloadSigning: [(value) => value === 'always' || value === 'never', "'always', 'never' or omitted"],
  path: [(value) => value === 'sdk', "'sdk', or omitted"],
  onEvent: [isFunction, 'a function'],
  transport: [has('handle', 'destroy'), 'an object with handle and destroy'],
  clock: [has('now', 'schedule'), 'an object with now and schedule'],
};

// The limits are those of https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
const roleChecks: Checks<AssumeRole> = {
  roleArn: [matches(/^arn:[\w-]+:iam::\d{12}:role\/\S+$/), 'a role ARN such as arn:aws:iam::123456789012:role/deploy'],
  externalId: [matches(/^[\w+=,.@:/-]{2,1224}$/), '2 to 1,224 letters, digits and +=,.@:/-_', 'secret'],
  roleSessionName: [matches(/^[\w+=,.@-]{2,64}$/), '2 to 64 letters, digits and +=,.@-_'],
  durationSeconds: [
    (value) => Number.isInteger(value) && value >= 900 && value <= 43_200,
    'a whole number from 900 to 43,200',
  ],
  policy: [isNonEmpty, 'the JSON text of a policy'],
};

/** Throws `InvalidInputError` for unknown and invalid options of a session. */
export const checkSessionOptions = (options: SessionOptions): void => {
  check('createSession', options, sessionChecks);
  const { credentials } = options;
  if (typeof credentials === 'object') checkCredentialsOption(credentials);
};

/** Throws `InvalidInputError` for unknown and invalid options of a role. */
export const checkRole = (role: AssumeRole): void => {
  check('assume', role, roleChecks);
  if (role.roleArn === undefined) throw new InvalidInputError(`assume: roleArn is required: ${roleChecks.roleArn[1]}.`);
};

/** Returns a region name. Throws `InvalidInputError` if it is not valid. */
export const checkRegion = (name: string): string => {
  check('session', { region: name ?? '' }, { region });
  return name;
};

const check = <Options extends object>(subject: string, options: Options, checks: Checks<Options>): void => {
  if (!isObject(options))
    throw new InvalidInputError(`${subject}: pass an object with ${Object.keys(checks).join(', ')}.`);
  for (const [name, value] of Object.entries(options)) {
    const [isValid, description, kind] = Object.hasOwn(checks, name) ? checks[name as keyof Options] : [];
    if (!isValid)
      throw new InvalidInputError(
        `${subject}: unknown option ${name}: the options are ${Object.keys(checks).join(', ')}.`,
      );
    if (value === undefined || isValid(value as never)) continue;
    const shown = kind === 'secret' ? hide(value) : quote(value);
    throw new InvalidInputError(`${subject}: ${name} must be ${description} (got ${shown}).`);
  }
};
