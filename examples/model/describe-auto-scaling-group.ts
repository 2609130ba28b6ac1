// Describes an Auto Scaling group, as the architecture model shows it. Makes: nothing; names the groups that there are where you name none.
import { describeAutoScalingGroup, listAutoScalingGroups } from '@arch/compute';
import { NotFoundError } from '@arch/core';

const { AUTO_SCALING_GROUP: name = 'web' } = process.env;

try {
  const { desiredCapacity, instances } = await describeAutoScalingGroup(name);
  console.log(`${instances.length} of ${desiredCapacity} instances`, instances);
} catch (error) {
  if (!(error instanceof NotFoundError)) throw error;
  console.log(error.message);
  for await (const { autoScalingGroupName } of listAutoScalingGroups()) console.log('there is', autoScalingGroupName);
}
