import { keyProblem } from '../credentials/key-problem.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { nearestNames } from '../schema/nearest-names.js';

const members = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'expiration', 'accountId'];
/** Further members of the objects that the SDK's providers return. */
const ofSdk = new Set(['credentialScope', '$source', 'originalExpiration']);

/** Throws `InvalidInputError` for credentials that cannot sign a request, without quoting any value. */
export const checkCredentialsOption = (credentials: object): void => {
  const values = credentials as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(values)) {
    if (members.includes(name) || ofSdk.has(name)) continue;
    const [nearest] = nearestNames(name, members);
    refuse(
      `unknown member credentials.${name}: ${nearest ? `did you mean ${nearest}? T` : 't'}he members are ${members.join(', ')}.`,
    );
  }
  for (const name of ['accessKeyId', 'secretAccessKey']) {
    if (!isText(values[name])) refuse(`credentials.${name} is required: a text that is not empty.`);
  }
  for (const name of ['sessionToken', 'accountId']) {
    if (values[name] !== undefined && !isText(values[name]))
      refuse(`credentials.${name} must be a text that is not empty.`);
  }
  const { expiration } = values;
  if (expiration !== undefined && !(expiration instanceof Date && !Number.isNaN(expiration.getTime())))
    refuse(
      "credentials.expiration must be a valid Date: pass new Date('2026-01-01T00:00:00Z'), not a text or a number.",
    );
  const found = keyProblem(values);
  if (found) refuse(`credentials.${found.member} ${found.problem}. Remove it.`);
};

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const refuse = (problem: string): never => {
  throw new InvalidInputError(`createSession: ${problem}`);
};
