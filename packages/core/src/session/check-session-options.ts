import { InvalidInputError } from '../errors/invalid-input-error.js';
import { hide, quote } from '../schema/quote.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import { keyProblem } from '../credentials/key-problem.js';
import type { SessionOptions } from './session.js';

/** Whether a value is good, what would be, in words, and whether it is a secret, which no message quotes. */
type Check = readonly [isGood: (value: never) => boolean, accepted: string, kind?: 'secret'];
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
const isFilled = matches(/./);

const isDate = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime());

const isCredentials = (value: unknown): boolean =>
  isFunction(value) ||
  (isObject(value) &&
    isFilled(value['accessKeyId']) &&
    isFilled(value['secretAccessKey']) &&
    (value['sessionToken'] === undefined || isFilled(value['sessionToken'])) &&
    (value['expiration'] === undefined || isDate(value['expiration'])));

const region: Check = [matches(/^[a-z][a-z0-9-]{3,62}$/), "a region's name such as eu-west-1"];

const sessionChecks: Checks<SessionOptions> = {
  region,
  profile: [isFilled, 'the name of a profile'],
  credentials: [
    isCredentials,
    'texts as accessKeyId and secretAccessKey, with sessionToken and expiration where there are, or a function that gives them',
    'secret',
  ],
  assumeRole: [isObject, "an object with a role's ARN as roleArn"],
  endpoint: [(value) => matches(/^https?:\/\//)(value) && URL.canParse(value), 'a URL such as http://127.0.0.1:4566'],
  maxAttempts: [isCount, 'a whole number from 1'],
  timeouts: [isObject, 'an object such as { attemptMs: 10_000 }'],
  maxSockets: [isCount, 'a whole number from 1'],
  onEvent: [isFunction, 'a function'],
  transport: [has('handle', 'destroy'), 'an object with handle and destroy'],
  clock: [has('now', 'schedule'), 'an object with now and schedule'],
};

// The bounds of https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
const roleChecks: Checks<AssumeRole> = {
  roleArn: [
    matches(/^arn:[\w-]+:iam::\d{12}:role\/\S+$/),
    "a role's ARN such as arn:aws:iam::123456789012:role/deploy",
  ],
  externalId: [matches(/^[\w+=,.@:/-]{2,1224}$/), '2 to 1,224 letters, digits and +=,.@:/-_', 'secret'],
  roleSessionName: [matches(/^[\w+=,.@-]{2,64}$/), '2 to 64 letters, digits and +=,.@-_'],
  durationSeconds: [
    (value) => Number.isInteger(value) && value >= 900 && value <= 43_200,
    'a whole number from 900 to 43,200',
  ],
  policy: [isFilled, 'the JSON text of a policy'],
};

/** Refuses options of a session that do not exist or cannot be meant. */
export const checkSessionOptions = (options: SessionOptions): void => {
  check('createSession', options, sessionChecks);
  const { credentials } = options;
  const found = typeof credentials === 'object' ? keyProblem(credentials) : undefined;
  if (found) throw new InvalidInputError(`createSession: credentials.${found.member} ${found.problem}. Remove it.`);
};

/** Refuses a role that STS would refuse, or that says what it does not know. */
export const checkRole = (role: AssumeRole): void => {
  check('assume', role, roleChecks);
  if (role.roleArn === undefined)
    throw new InvalidInputError(`assume: roleArn is missing; accepted is ${roleChecks.roleArn[1]}.`);
};

/** A region's name, or an error that says what one is. */
export const checkRegion = (name: string): string => {
  check('session', { region: name ?? '' }, { region });
  return name;
};

const check = <Options extends object>(subject: string, options: Options, checks: Checks<Options>): void => {
  if (!isObject(options))
    throw new InvalidInputError(`${subject}: takes an object with ${Object.keys(checks).join(', ')}.`);
  for (const [name, value] of Object.entries(options)) {
    const [isGood, accepted, kind] = Object.hasOwn(checks, name) ? checks[name as keyof Options] : [];
    if (!isGood)
      throw new InvalidInputError(
        `${subject}: ${name} is not an option; options are ${Object.keys(checks).join(', ')}.`,
      );
    if (value === undefined || isGood(value as never)) continue;
    const found = kind === 'secret' ? hide(value) : quote(value);
    throw new InvalidInputError(`${subject}: ${name} is ${found}; accepted is ${accepted}.`);
  }
};
