import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';

/** Launches an instance in the local AWS, which brings this image along. */
export const launchLocalInstance = async (): Promise<string> => {
  const client = new EC2Client({});
  try {
    const launch = {
      ImageId: 'ami-12c6146b',
      InstanceType: 't3.micro',
      KeyName: 'web',
      MinCount: 1,
      MaxCount: 1,
    } as const;
    const { Instances } = await client.send(new RunInstancesCommand(launch));
    return Instances![0]!.InstanceId!;
  } finally {
    client.destroy();
  }
};
