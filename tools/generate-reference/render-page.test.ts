import { expect, it } from 'vitest';

import { readLibraries } from './library.ts';
import { renderPages } from './render-page.ts';

const pages = renderPages(await readLibraries());
const compute = pages.get('compute') ?? '';
const section = (name: string): string => compute.slice(compute.indexOf(`\n### ${name}\n`)).split('\n### ', 2)[1] ?? '';

it('says of an operation how it is called, what it needs and what it throws', () => {
  const text = section('startInstance');
  expect(text).toContain(
    'startInstance(input: string | StartInstanceInput, options?: CallOptions): Promise<InstanceStateChange>',
  );
  expect(text).toContain('| `instanceId`, required | `string` | The ID of the instance, e.g. `i-0123456789abcdef0`. |');
  expect(text).toContain('requests for up to 100 `InstanceIds` each');
  expect(text).toContain('- `ec2:StartInstances` on `arn:aws:ec2:*:*:instance/*`');
  expect(text).toContain('[ConflictError](../errors.md#conflicterror)');
});

it('says of a listing how it pages, and of a wait how long it takes', () => {
  expect(section('listInstances')).toContain(
    'A request for each page of 5–1,000 items (`MaxResults`), by `NextToken`.',
  );
  expect(section('waitForInstance')).toContain('Gives up after 600,000 ms');
});

it('says of a wait what it returns for which goal', () => {
  const text = section('waitForAutoScalingGroup');
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

it('writes out what a type stands for, members of what it extends included', () => {
  expect(compute).toContain("`InstanceGoal` is `'running' | 'stopped' | 'terminated' | 'ok'`.");
  expect(section('runInstance')).toContain('| `encryptVolumes` | `boolean` |');
  expect(pages.get('core')).toContain(
    "| `requestId` | `string \\| undefined` | AWS's ID of the request. AWS Support asks for it. |",
  );
});

it('names every exported function once', () => {
  const names = [...compute.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  expect(names).toHaveLength(new Set(names).size);
  expect(names).toContain('describeInstance');
});

it('tells apart what a code stands for by what AWS says', () => {
  expect(pages.get('analytics')).toContain(
    '| `InvalidRequestException` saying `^Step id .*is not valid` | [NotFoundError](../errors.md#notfounderror) | step |',
  );
});
