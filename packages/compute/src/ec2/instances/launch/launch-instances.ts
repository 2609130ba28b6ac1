import { each, input, operation, type Operation, quota, z, toTagSpecifications } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { type RunInstancesCommandInput, RunInstancesCommand } from '@aws-sdk/client-ec2';

import { toLaunchData, toMetadataOptions } from '../../launch-data.js';
import { instance, type Instance } from '../index.js';
import { launchFields, type LaunchInput, type SpotMarket } from './launch-input.js';

/** A launch whose image and volumes are settled. */
export interface LaunchInstancesInput extends Omit<LaunchInput, 'image' | 'volumes' | 'encryptVolumes'> {
  readonly imageId?: string | undefined;
  /** In AWS's words. */
  readonly blockDeviceMappings: readonly object[];
  readonly minCount: number;
  readonly maxCount: number;
}

/** Makes the one AWS call of a launch. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html */
export const launchInstances: Operation<LaunchInstancesInput, readonly Instance[]> = operation(() => ({
  service: ec2,
  command: RunInstancesCommand,
  permissions: [
    {
      action: 'ec2:RunInstances',
      resources: ['image', 'instance', 'key-pair', 'network-interface', 'security-group', 'subnet', 'volume'],
    },
    {
      action: 'ec2:CreateTags',
      resources: ['instance', 'volume'],
      condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
      when: 'tags are given',
    },
    {
      action: 'iam:PassRole',
      resources: ['arn:aws:iam::*:role/*'],
      condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      when: 'an instance profile is given',
    },
  ],
  input: input<LaunchInstancesInput>({ ...settledFields(), minCount: z.int(), maxCount: z.int() }),
  output: each(instance()),
  request: toRequest,
  select: ({ Instances }) => Instances ?? [],
  creates: (instances) => instances.map(({ instanceId }) => instanceId),
  errors: { MaxSpotInstanceCountExceeded: quota({ resource: 'spot instances' }) },
}));

const settledFields = (): Parameters<typeof input<Omit<LaunchInstancesInput, 'minCount' | 'maxCount'>>>[0] => {
  const { image: _image, volumes: _volumes, encryptVolumes: _encrypt, ...fields } = launchFields();
  return { ...fields, imageId: z.optional(z.string()), blockDeviceMappings: z.array(z.custom<object>()) };
};

const toRequest = (launch: LaunchInstancesInput): RunInstancesCommandInput => {
  const { minCount, maxCount, tags, launchTemplate, market, metadataOptions, monitoring, hibernation } = launch;
  return {
    MinCount: minCount,
    MaxCount: maxCount,
    ...toLaunchData(launch, launch),
    LaunchTemplate: launchTemplate && toTemplate(launchTemplate),
    // A launch template has options of its own.
    MetadataOptions: launchTemplate && !metadataOptions ? undefined : toMetadataOptions(metadataOptions),
    InstanceMarketOptions: market === undefined ? undefined : toMarket(market === 'spot' ? { type: 'spot' } : market),
    Monitoring: monitoring === undefined ? undefined : { Enabled: monitoring },
    HibernationOptions: hibernation === undefined ? undefined : { Configured: hibernation },
    Placement: launch.availabilityZone === undefined ? undefined : { AvailabilityZone: launch.availabilityZone },
    TagSpecifications: toTagSpecifications(tags, 'instance', 'volume'),
    ...toNetwork(launch),
  };
};

const toTemplate = ({ template, version }: NonNullable<LaunchInput['launchTemplate']>): object => ({
  [/^lt-[0-9a-f]+$/.test(template) ? 'LaunchTemplateId' : 'LaunchTemplateName']: template,
  Version: version,
});

const toMarket = ({
  maxPrice,
  interruptionBehavior,
}: SpotMarket): NonNullable<RunInstancesCommandInput['InstanceMarketOptions']> => ({
  MarketType: 'spot',
  SpotOptions: {
    MaxPrice: maxPrice,
    InstanceInterruptionBehavior: interruptionBehavior,
    // Only a persistent request can stop or hibernate its instance.
    SpotInstanceType: ['stop', 'hibernate'].includes(interruptionBehavior ?? '') ? 'persistent' : 'one-time',
  },
});

/** AWS takes the choice of a public address only with a network interface, and then subnet and groups with it. */
const toNetwork = ({
  subnetId,
  securityGroupIds,
  associatePublicIpAddress,
}: LaunchInstancesInput): Partial<RunInstancesCommandInput> => {
  const groups = securityGroupIds && [...securityGroupIds];
  if (associatePublicIpAddress === undefined) return { SubnetId: subnetId, SecurityGroupIds: groups };
  const primary = {
    DeviceIndex: 0,
    AssociatePublicIpAddress: associatePublicIpAddress,
    SubnetId: subnetId,
    Groups: groups,
  };
  return { SubnetId: undefined, SecurityGroupIds: undefined, NetworkInterfaces: [primary] };
};
