import { z } from '@arch/core/builder';

import { type EngineRules, rulesOf } from '../db-engines.js';
import type { CreateDbInstanceInput } from './create-db-instance-input.js';

type Check = z.Check<CreateDbInstanceInput>;
type Member = 'licenseModel' | 'port' | 'dbName' | 'masterUsername' | 'masterUserPassword';

/** Checks members against the rules of the engine. For an unknown engine, RDS checks them. */
export const engineChecks = (): Check[] => [
  rule('licenseModel', (value, { licenseModels }) => licenseModels.includes(value), {
    accepted: ({ licenseModels }) => licenseModels.join(' or '),
  }),
  rule('port', (value, { reservedPorts }) => !reservedPorts.includes(value), {
    accepted: ({ reservedPorts }) => `a port other than ${reservedPorts.join(', ')}`,
  }),
  rule('dbName', (value, { longestDbName }) => value.length <= longestDbName, {
    accepted: ({ longestDbName: most }) => (most === 0 ? 'omitted' : `at most ${most} characters`),
  }),
  rule('masterUsername', (value, { longestUsername }) => value.length <= longestUsername, {
    accepted: ({ longestUsername }) => `at most ${longestUsername} characters`,
  }),
  rule(
    'masterUserPassword',
    (value, { longestPassword, notInPassword }) =>
      value.length <= longestPassword && ![...notInPassword].some((each) => value.includes(each)),
    {
      accepted: ({ longestPassword, notInPassword }) =>
        `at most ${longestPassword} characters${notInPassword && ` without ${[...notInPassword].join(' and ')}`}`,
    },
  ),
];

/** Returns a check of one member, if the input contains it and the engine is known. */
const rule = <Name extends Member>(
  name: Name,
  isValid: (value: NonNullable<CreateDbInstanceInput[Name]>, rules: EngineRules) => boolean,
  { accepted }: { readonly accepted: (rules: EngineRules) => string },
): Check =>
  z.refine(
    ({ engine, [name]: value }) => {
      const rules = rulesOf(engine);
      return value === undefined || rules === undefined || isValid(value as never, rules);
    },
    {
      path: [name],
      error: ({ input }) => {
        const { engine } = input as CreateDbInstanceInput;
        const rules = rulesOf(engine);
        return rules && `${accepted(rules)} for ${engine}`;
      },
    },
  );
