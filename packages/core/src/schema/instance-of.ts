import { custom, type ZodMiniType } from 'zod/mini';

/** An instance of a class. Unlike zod's `instanceof`, it is still described as one if it has further checks. */
export const instanceOf = <Instance>(type: abstract new (...parameters: never[]) => Instance): ZodMiniType<Instance> =>
  custom<Instance>().check(({ value, issues }) => {
    if (value instanceof type) return;
    issues.push({ code: 'invalid_type', expected: type.name as never, input: value, continue: false });
  });
