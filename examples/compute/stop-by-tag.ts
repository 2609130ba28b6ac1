// Stops all running instances with a tag, up to 100 instances per request. Creates: nothing; stops instances with the tag stage=example.
import { listInstances, stopInstance } from '@arch/compute';

const instances = await listInstances({ state: 'running', tags: { stage: 'example' } }).toArray();

const stopped = await Promise.allSettled(instances.map((instance) => stopInstance(instance, { wait: true })));

for (const [index, result] of stopped.entries()) {
  const outcome = result.status === 'fulfilled' ? result.value.state : String(result.reason);
  console.log(instances[index]?.instanceId, outcome);
}
