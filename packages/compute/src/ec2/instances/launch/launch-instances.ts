import {
  each,
  iamPropagation,
  input,
  operation,
  type Operation,
  quota,
  toTagSpecifications,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { type RunInstancesCommandInput, RunInstancesCommand } from '@aws-sdk/client-ec2';

import { toLaunchData, toMetadataOptions } from '../../launch-data.js';
import { instance, type Instance } from '../index.js';
import { launchFields, type LaunchInput, type SpotMarket } from './launch-input.js';

/** A launch with a known image and volumes. */
export interface LaunchInstancesInput extends Omit<LaunchInput, 'image' | 'volumes' | 'encryptVolumes'> {
  /** The ID of the image. */
  readonly imageId?: string | undefined;
  /** The volumes in AWS's form. */
  readonly blockDeviceMappings: readonly object[];
  /** The minimum number of instances. */
  readonly minCount: number;
  /** The maximum number of instances. */
  readonly maxCount: number;
}

/** Sends the request of a launch. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html */
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
      with: 'tags',
    },
    {
      action: 'iam:PassRole',
      resources: ['arn:aws:iam::*:role/{roleArn}'],
      condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      with: 'iamInstanceProfile',
    },
  ],
  input: input<LaunchInstancesInput>({ ...requestFields(), minCount: z.int(), maxCount: z.int() }),
  output: each(instance()),
  request: toRequest,
  select: ({ Instances }) => Instances ?? [],
  propagates: iamPropagation,
  creates: (instances) => instances.map(({ instanceId }) => instanceId),
  errors: { MaxSpotInstanceCountExceeded: quota({ resource: 'spot instances' }) },
}));

const requestFields = (): Parameters<typeof input<Omit<LaunchInstancesInput, 'minCount' | 'maxCount'>>>[0] => {
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
    // A launch template contains its own options.
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
    // Only the instance of a persistent request can be stopped or hibernated.
    SpotInstanceType: ['stop', 'hibernate'].includes(interruptionBehavior ?? '') ? 'persistent' : 'one-time',
  },
});

/** AWS accepts `AssociatePublicIpAddress` only in a network interface, which then also contains subnet and security groups. */
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
