// Describes an Auto Scaling group, as in the architecture model. Creates: nothing. If the group does not exist, it lists the existing groups.
import { describeAutoScalingGroup, listAutoScalingGroups } from '@arch/compute';
import { NotFoundError } from '@arch/core';

const { AUTO_SCALING_GROUP: name = 'web' } = process.env;

try {
  const { desiredCapacity, instances } = await describeAutoScalingGroup(name);
  console.log(`${instances.length} of ${desiredCapacity} instances`, instances);
} catch (error) {
  if (!(error instanceof NotFoundError)) throw error;
  console.log(error.message);
  for await (const { autoScalingGroupName } of listAutoScalingGroups())
    console.log('existing group:', autoScalingGroupName);
}
