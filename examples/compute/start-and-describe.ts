// Starts an instance and describes it. Creates: nothing; starts the stopped instance that you specify, which AWS then bills.
import { describeInstance, startInstance } from '@arch/compute';

const [, , instanceId = ''] = process.argv;

await startInstance(instanceId, { wait: true });

const { instanceType, state, availabilityZone, privateIpAddress, tags } = await describeInstance(instanceId);
console.log({ instanceType, state, availabilityZone, privateIpAddress, name: tags['Name'] });
