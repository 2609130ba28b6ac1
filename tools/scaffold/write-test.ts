import { camel } from './names.ts';
import type { Plan } from './plan.ts';
import { sampleValues } from './sample-values.ts';
import { open } from './text.ts';

/** Writes the first version of an operation's test: the request, the result, and a rejected input. */
export const writeTest = (plan: Plan): string => {
  const { operation, name, form, key, ids, result } = plan;
  const { input, response, id } = sampleValues(plan);
  const call = `${name}(${input}, { session: aws.session })`;
  const sent = form === 'batch' && ids ? `{ ${ids.name}: ['${id}'] }` : '{}';
  const shown =
    result && key && result.members.some((member) => camel(member.name) === key) ? `{ ${key}: '${id}' }` : '{}';
  return [
    "import { InvalidInputError } from '@arch/core';",
    "import { fakeAws } from '@arch/core/testing';",
    "import { expect, it } from 'vitest';",
    '',
    `import { ${name} } from './index.js';`,
    '',
    `it('${open} the result of the call, as a sentence', async () => {`,
    '  await using aws = fakeAws();',
    `  aws.on('${operation.name}', ${response});`,
    `  // ${open} values as AWS documents them above, and all members that result from them below, with toEqual.`,
    form === 'listing'
      ? `  expect(await ${call}.toArray()).toMatchObject([${shown}]);`
      : result
        ? `  expect(await ${call}).toMatchObject(${shown});`
        : `  expect(await ${call}).toBeUndefined();`,
    `  expect(aws.requests[0]?.input).toMatchObject(${sent});`,
    '});',
    '',
    `it('${open} the input that it rejects, as a sentence', async () => {`,
    '  await using aws = fakeAws();',
    `  const wrong = ${name}({ unknown: true } as never, { session: aws.session });`,
    `  await expect(wrong${form === 'listing' ? '.toArray()' : ''}).rejects.toThrow(InvalidInputError);`,
    '  expect(aws.requests).toEqual([]);',
    '});',
    '',
  ].join('\n');
};
