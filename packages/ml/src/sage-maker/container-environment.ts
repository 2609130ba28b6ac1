import { secret, z } from '@arch/core/builder';

type Environment = Readonly<Record<string, string>>;

/** Environment variables of a container, checked as a whole: a message that named one's value might show a secret. */
export const containerEnvironment = (mostCharacters: number): z.ZodMiniType<Environment> =>
  secret(
    z.custom<Environment>(
      (value) => isRecord(value) && Object.entries(value).length <= 100 && areVariables(value, mostCharacters),
      `an object of at most 100 strings: names of letters, digits and _ that begin with no digit, names and values of at most ${mostCharacters} characters`,
    ),
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const areVariables = (value: Readonly<Record<string, unknown>>, mostCharacters: number): boolean =>
  Object.entries(value).every(
    ([name, each]) =>
      /^[a-zA-Z_]\w*$/.test(name) &&
      name.length <= mostCharacters &&
      typeof each === 'string' &&
      each.length <= mostCharacters,
  );
