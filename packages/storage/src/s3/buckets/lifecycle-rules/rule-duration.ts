import { type InputFields, readInput, z } from '@arch/core/builder';

/** A number of days or years. */
export type RuleDuration =
  | {
      /** The number of days. */
      readonly days: number;
    }
  | {
      /** The number of years, 1–1,000. A year counts as long as it can be: 7 years are 2,557 days. */
      readonly years: number;
    };

type WithoutDuration<Input> = Omit<Input, 'days' | 'years'>;

/** Checks the input of a function that makes a rule, and converts its duration to days. The rule is checked again when it is sent. */
export const readRuleInput = <Input extends RuleDuration>(
  name: string,
  value: Input,
  members: InputFields<WithoutDuration<Input>>,
): WithoutDuration<Input> & { readonly days: number } => {
  const type = z
    .strictObject({
      ...(members as object as Readonly<Record<string, z.ZodMiniType>>),
      days: z.optional(z.int().check(z.gte(0))),
      years: z.optional(z.int().check(z.gte(1), z.lte(1_000))),
    })
    .check(
      z.refine(({ days, years }) => (days === undefined) !== (years === undefined), { error: 'either days or years' }),
    );
  const { days, years = 0, ...rest } = readInput({ name, input: type }, value);
  // Of n successive years, at most n ÷ 4, rounded up, are leap years.
  return { ...rest, days: days ?? years * 365 + Math.ceil(years / 4) } as never;
};
