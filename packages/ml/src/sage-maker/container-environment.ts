import { secret, z } from '@arch/core/builder';

type Environment = Readonly<Record<string, string>>;

/** Checks the environment variables of a container as a whole, because a message about one variable could quote a secret. */
export const containerEnvironment = (maxCharacters: number): z.ZodMiniType<Environment> =>
  secret(
    z.custom<Environment>(
      (value) => isRecord(value) && Object.entries(value).length <= 100 && areVariables(value, maxCharacters),
      `an object of at most 100 strings: names of letters, digits and _ that do not begin with a digit, names and values of at most ${maxCharacters} characters`,
    ),
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const areVariables = (value: Readonly<Record<string, unknown>>, maxCharacters: number): boolean =>
  Object.entries(value).every(
    ([name, each]) =>
      /^[a-zA-Z_]\w*$/.test(name) &&
      name.length <= maxCharacters &&
      typeof each === 'string' &&
      each.length <= maxCharacters,
  );
