import { expect, it } from 'vitest';

import { readLibraries } from './library.ts';
import { renderReference } from './reference.ts';
import { firstSentence } from './first-sentence.ts';

const libraries = await readLibraries();
const { pages } = renderReference(libraries);
const page = (path: string): string => pages.get(`docs/reference/${path}.md`) ?? '';
const section = (path: string, name: string): string =>
  page(path)
    .slice(page(path).indexOf(`\n## ${name}\n`))
    .split('\n## ', 2)[1] ?? '';
const instances = page('compute/ec2/instances');

it('shows the forms, the permissions and the errors of an operation', () => {
  const text = section('compute/ec2/instances', 'startInstance');
  expect(text).toContain(
    'startInstance(input: string | StartInstanceInput, options?: CallOptions): Promise<InstanceStateChange>',
  );
  expect(text).toContain('| `instanceId`, required | `string` | The ID of the instance, e.g. `i-0123456789abcdef0`. |');
  expect(text).toContain('up to 100 `InstanceIds` in one request');
  expect(text).toContain('- `ec2:StartInstances` on `arn:aws:ec2:*:*:instance/*`');
  expect(text).toContain('[ConflictError](../../errors/conflict-error.md)');
});

it('shows the pages of a listing and the deadline of a wait', () => {
  expect(section('compute/ec2/instances', 'listInstances')).toContain(
    'One request per page of 5–1,000 items (`MaxResults`), continued by `NextToken`.',
  );
  expect(section('compute/ec2/instances', 'waitForInstance')).toContain('Default deadline: 600,000 ms.');
});

it('shows the result of a wait by its goal', () => {
  const text = section('compute/auto-scaling/groups', 'waitForAutoScalingGroup');
  const options = 'options?: CallOptions & WaitOptions';
  expect(text).toContain(
    `waitForAutoScalingGroup(input: WaitForAutoScalingGroupInput & { state: 'in-service' }, ${options}): Promise<AutoScalingGroup>`,
  );
  expect(text).toContain(
    `waitForAutoScalingGroup(input: WaitForAutoScalingGroupInput & { state: 'deleted' }, ${options}): Promise<void>`,
  );
  expect(text).toContain(
    '**Returns** [`AutoScalingGroup`](#autoscalinggroup) for `in-service`; nothing for `deleted`.',
  );
});

it('shows the call signatures and the input of a function whose type is an interface', () => {
  const text = section('analytics/redshift-data/queries', 'query');
  expect(text).toContain('query<Value = Row>(input: QueryInput<Value>, options?: CallOptions): Stream<Value>');
  expect(text).toContain('| `sql`, required | `string` |');
  expect(text).toContain('**Returns** a [`Stream`](../../core/define.md#stream) of `Value`.');
});

it('marks the input of a listing as optional only if no member is required', () => {
  expect(section('compute/ec2/instances', 'listInstances')).toContain('listInstances(input?: ');
  expect(section('storage/s3/multipart-uploads', 'listMultipartUploads')).toContain('listMultipartUploads(input: ');
});

it('shows what a type stands for, with the members of what it extends', () => {
  expect(instances).toContain("`InstanceGoal` is `'running' | 'stopped' | 'terminated' | 'ok'`.");
  expect(section('compute/ec2/instances', 'runInstance')).toContain('| `encryptVolumes` | `boolean` |');
  expect(page('errors/arch-error')).toContain(
    "| `requestId` | `string \\| undefined` | AWS's ID of the request. AWS Support asks for it. |",
  );
});

it('sorts functions by what they do to the resource, and the required members of an input first', () => {
  const names = [...instances.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
  const chosen = names.filter((name) =>
    [
      'runInstance',
      'describeInstance',
      'listInstances',
      'startInstance',
      'terminateInstance',
      'waitForInstance',
    ].includes(name ?? ''),
  );
  expect(chosen).toEqual([
    'runInstance',
    'describeInstance',
    'listInstances',
    'startInstance',
    'terminateInstance',
    'waitForInstance',
  ]);
  for (const [path, text] of pages) {
    for (const table of text.split('| input | type | |').slice(1)) {
      const marks =
        table
          .split('\n\n', 1)[0]
          ?.split('\n')
          .slice(2)
          .map((row) => row.includes('`, required |')) ?? [];
      expect([path, marks]).toEqual([path, marks.toSorted((one, other) => Number(other) - Number(one))]);
    }
  }
});

it('shows the states of a resource, and the calls that wait for them', () => {
  expect(instances).toContain('[`InstanceState`](#instancestate): `pending`, `running`,');
  expect(instances).toContain('startInstance([startInstance]) --> s0[running]');
});

it('shows every public function once', () => {
  for (const library of libraries) {
    const own = [...pages].filter(([path]) => path.startsWith(`docs/reference/${library.folder}/`));
    const headings = own.flatMap(([, text]) => [...text.matchAll(/^## ([a-z]\w*)$/gm)].map(([, name]) => name));
    const functions = library.sections.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'function'));
    expect(headings).toHaveLength(functions.length);
    expect(new Set(headings)).toEqual(new Set(functions.map(({ name }) => name)));
  }
});

it('names the input of every signature that has a table, and marks it as required if a member is', () => {
  for (const [path, text] of pages) {
    for (const each of text.split(/^## (?=[a-z])/m).slice(1)) {
      const [, inputMark] = /^\w+(?:<.*?>)?\(input(\??):/m.exec(each.split('```')[1] ?? '') ?? [];
      const [table = ''] = each.split('| input | type | |')[1]?.split('\n\n') ?? [];
      const name = each.split('\n', 1)[0];
      if (table === '') continue;
      expect([path, name, inputMark]).toEqual([path, name, table.includes('`, required |') ? '' : inputMark]);
    }
  }
});

it("distinguishes the meanings of a code by AWS's message", () => {
  expect(page('analytics/index')).toContain(
    '| `InvalidRequestException` with the message `^Step id .*is not valid` | [NotFoundError](../errors/not-found-error.md) | step |',
  );
});

it('ends a sentence at a point, not at an abbreviation or inside of code', () => {
  expect(firstSentence('Reads a key, e.g. `a.b`, of a file. Then more.')).toBe('Reads a key, e.g. `a.b`, of a file.');
  expect(firstSentence('No point')).toBe('No point');
});
