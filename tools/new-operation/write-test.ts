import { camel } from './names.ts';
import type { AwsMember, AwsOperation } from './aws-operation.ts';
import type { Plan } from './plan.ts';
import { inputShape } from './shape.ts';
import { open } from './text.ts';

/** The start of an operation's test: what is sent, what comes back, what is refused. */
export const writeTest = (plan: Plan): string => {
  const { operation, name, form, key, ids, knownId, result, members } = plan;
  const sample = knownId?.sample ?? 'id-1';
  const item = result ? `{ ${result.members.flatMap((member) => sampleLine(member, key, sample)).join(', ')} }` : '';
  const answer = !result
    ? '{}'
    : result.within === undefined
      ? item
      : `{ ${result.within}: ${isList(plan) ? `[${item}]` : item} }`;
  const others = members
    .filter(({ required, name: each }) => required && each !== 'Filters' && camel(each) !== key)
    .map((member) => `${camel(member.name)}: ${inputSample(member, operation)}`);
  const input =
    key && others.length === 0
      ? `'${sample}'`
      : `{ ${[...(key ? [`${key}: '${sample}'`] : []), ...others].join(', ')} }`;
  const call =
    form === 'listing'
      ? `${name}(${others.length > 0 ? input : '{}'}, { session: aws.session })`
      : `${name}(${input}, { session: aws.session })`;
  const sent = form === 'batch' && ids ? `{ ${ids.name}: ['${sample}'] }` : '{}';
  const shown =
    result && key && result.members.some((member) => camel(member.name) === key) ? `{ ${key}: '${sample}' }` : '{}';
  return [
    "import { InvalidInputError } from '@arch/core';",
    "import { fakeAws } from '@arch/core/testing';",
    "import { expect, it } from 'vitest';",
    '',
    `import { ${name} } from './index.js';`,
    '',
    `it('${open} what the caller gets, as a sentence', async () => {`,
    `  await using aws = fakeAws({ answers: { ${operation.name}: ${answer} } });`,
    `  // ${open} values as AWS documents them above, and all members that come of them below, with toEqual.`,
    form === 'listing'
      ? `  expect(await ${call}.toArray()).toMatchObject([${shown}]);`
      : result
        ? `  expect(await ${call}).toMatchObject(${shown});`
        : `  expect(await ${call}).toBeUndefined();`,
    `  expect(aws.requests[0]?.input).toMatchObject(${sent});`,
    '});',
    '',
    `it('${open} what it refuses, as a sentence', async () => {`,
    '  await using aws = fakeAws();',
    `  const wrong = ${name}({ unknown: true } as never, { session: aws.session });`,
    `  await expect(wrong${form === 'listing' ? '.toArray()' : ''}).rejects.toThrow(InvalidInputError);`,
    '  expect(aws.requests).toEqual([]);',
    '});',
    '',
  ].join('\n');
};

const isList = ({ operation, result }: Plan): boolean =>
  operation.output.find(({ name }) => name === result?.within)?.schema.isListSchema() === true;

const sampleLine = ({ name, schema }: AwsMember, key: string | undefined, sample: string): readonly string[] => {
  if (camel(name) === key) return [`${name}: '${sample}'`];
  if (schema.isBooleanSchema()) return [`${name}: true`];
  if (schema.isNumericSchema()) return [`${name}: 1`];
  if (schema.isTimestampSchema()) return [`${name}: '2026-11-01T10:00:00Z'`];
  return schema.isStringSchema() ? [`${name}: 'text'`] : [];
};

const inputSample = (member: AwsMember, operation: AwsOperation): string => {
  const { schema } = member;
  const { type } = inputShape(member, operation);
  if (type.startsWith("'")) return type.split(' | ')[0] ?? type;
  if (schema.isBooleanSchema()) return 'true';
  if (schema.isNumericSchema()) return '1';
  if (schema.isTimestampSchema()) return 'new Date(0)';
  if (schema.isBlobSchema()) return 'new Uint8Array()';
  if (schema.isListSchema()) return member.name === 'Tags' ? '{}' : '[]';
  return schema.isStringSchema() ? "'text'" : '{}';
};
