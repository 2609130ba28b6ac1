// Lists the running instances of all regions, each region as soon as its response arrives. Creates: nothing.
import { listInstances } from '@arch/compute';
import { acrossRegions } from '@arch/core';

const running = acrossRegions('all', () => listInstances({ state: 'running' }).toArray());

for await (const result of running) {
  if (!result.ok) console.log(result.region, String(result.error));
  for (const { instanceId, instanceType, tags } of result.ok ? result.value : [])
    console.log(result.region, instanceId, instanceType, tags['Name'] ?? '');
}
