import { z } from '@arch/core/builder';

import { type EngineRules, rulesOf } from '../db-engines.js';
import type { CreateDbInstanceInput } from './create-db-instance-input.js';

type Check = z.Check<CreateDbInstanceInput>;
type Member = 'licenseModel' | 'port' | 'dbName' | 'masterUsername' | 'masterUserPassword';

/** What RDS refuses by engine: what an engine that is not known here may is for RDS to say. */
export const engineChecks = (): Check[] => [
  rule('licenseModel', (value, { licenseModels }) => licenseModels.includes(value), {
    accepted: ({ licenseModels }) => licenseModels.join(' or '),
  }),
  rule('port', (value, { takenPorts }) => !takenPorts.includes(value), {
    accepted: ({ takenPorts }) => `a port other than ${takenPorts.join(', ')}`,
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

/** A check of one member, where it is given and the engine is known. */
const rule = <Name extends Member>(
  name: Name,
  holds: (value: NonNullable<CreateDbInstanceInput[Name]>, rules: EngineRules) => boolean,
  { accepted }: { readonly accepted: (rules: EngineRules) => string },
): Check =>
  z.refine(
    ({ engine, [name]: value }) => {
      const rules = rulesOf(engine);
      return value === undefined || rules === undefined || holds(value as never, rules);
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
