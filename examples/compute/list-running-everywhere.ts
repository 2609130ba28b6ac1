// Lists the running instances of all regions, each region as soon as its response arrives. Makes: nothing.
import { listInstances } from '@arch/compute';
import { acrossRegions } from '@arch/core';

const running = acrossRegions('all', () => listInstances({ state: 'running' }).toArray());

for await (const { region, value: instances = [], error } of running) {
  if (error) console.log(region, String(error));
  for (const { instanceId, instanceType, tags } of instances)
    console.log(region, instanceId, instanceType, tags['Name'] ?? '');
}
