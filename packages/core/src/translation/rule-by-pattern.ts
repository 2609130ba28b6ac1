import type { ErrorRule } from './error-table.js';

/** Patterns of code names that AWS uses across services: the first match decides. The entries of error tables take precedence. */
const patterns: readonly (readonly [RegExp, ErrorRule['situation']])[] = [
  [/NotFound|^NoSuch|DoesNotExist|NotExists|NonExistent/, 'not-found'],
  [/AlreadyExists?|\.Duplicate|^Duplicate|NameExists/, 'already-exists'],
  [/^Insufficient\w*Capacity|CapacityNotAvailable/, 'capacity'],
  [/Throttl(ing|ed)|RateExceeded/, 'throttled'],
  [/(Limit|Quota|Count)Exceeded|LimitReached|^TooMany(?!\w*InBatch)|\wLimit$/, 'quota'],
  [
    /(Incorrect|Invalid|Illegal)\w*Stat(e|us)$|StateTransition|^DependencyViolation$|^ConditionalCheckFailed|InUse$|Conflict|InProgress|Not(Ready|Active|Empty)$|(En|Dis)abled$|Already[A-Z]|Contains[A-Z]|^Concurrent(Modification|Access)/,
    'conflict',
  ],
  [/Access\w*Denied$|NoAuthorization|^(Unauthorized|Blocked)|Forbidden$|OptInRequired/, 'denied'],
  [
    /Invalid|Malformed|Missing|Unsupported|NotSupported|Unknown\w|Mismatch|Incompatible|Validation|BadRequest|Too(Long|Large|Small|Many)|SizeExceeded|NotDistinct|(?:^|\.)(Empty|Illegal|Bad|Insufficient)|Not(Allowed|Available|Specified)|UnexpectedContent|Prohibit|^(Client|User)$/,
    'invalid',
  ],
];

/** Finds the rule for a code that is in no table, by the pattern of its name. After a status of 500 or more the request is not to blame. */
export const ruleByPattern = (code: string, status = 400): ErrorRule | undefined => {
  const name = code.replace(/(Error|Exception|Fault)$/, '');
  const found = patterns.find(([pattern]) => pattern.test(name))?.[1];
  return found === undefined || (found === 'invalid' && status >= 500) ? undefined : { situation: found };
};
