import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchLocalInstance } from '../__fixtures__/launch-local-instance.js';
import { describeInstance, listInstances, terminateInstance } from '../instances/index.js';
import { tagResource, untagResource } from './index.js';

let ids: readonly string[];

beforeAll(async () => {
  ids = await Promise.all([launchLocalInstance(), launchLocalInstance()]);
});

afterAll(() => Promise.all(ids.map((id) => terminateInstance(id))));

const tagsOf = async (id: string): Promise<object> => (await describeInstance(id)).tags;

// The local AWS accepts tags for resources that do not exist; AWS rejects them.

it('adds and removes tags, and keeps the others', async () => {
  const [first, second] = ids as [string, string];
  const tags = { team: 'web', note: '' };
  await Promise.all(ids.map((resourceId) => tagResource({ resourceId, tags })));
  await tagResource({ resourceId: first, tags: { team: 'data' } });
  expect(await tagsOf(first)).toEqual({ team: 'data', note: '' });
  expect(await tagsOf(second)).toEqual(tags);
  await Promise.all(ids.map((resourceId) => untagResource({ resourceId, keys: ['team', 'absent'] })));
  expect(await Promise.all(ids.map(tagsOf))).toEqual([{ note: '' }, { note: '' }]);
});

it('lists instances by their new tag', async () => {
  const stage = `stage-${ids[0]}`;
  await tagResource({ resourceId: ids[0]!, tags: { stage } });
  const found = await listInstances({ tags: { stage } }).toArray();
  expect(found.map(({ instanceId }) => instanceId)).toEqual([ids[0]]);
});
