import type { LayerSamples } from '@arch/contract';

const launchTemplateId = 'lt-0123456789abcdef0';
const template = { LaunchTemplateId: launchTemplateId, LaunchTemplateName: 'web', CreateTime: '2026-11-01T10:00:00Z' };
const group = {
  AutoScalingGroupName: 'web',
  MinSize: 1,
  MaxSize: 4,
  DesiredCapacity: 1,
  DefaultCooldown: 300,
  AvailabilityZones: ['eu-west-1a'],
  VPCZoneIdentifier: 'subnet-01234567',
  HealthCheckType: 'EC2',
  CreatedTime: '2026-11-01T10:00:00Z',
  Instances: [
    {
      InstanceId: 'i-0123456789abcdef0',
      AvailabilityZone: 'eu-west-1a',
      LifecycleState: 'InService',
      HealthStatus: 'Healthy',
      ProtectedFromScaleIn: false,
    },
  ],
};

/** One valid input per function, one valid response per AWS operation. */
export const scalingSamples: LayerSamples = {
  inputs: {
    createAutoScalingGroup: {
      autoScalingGroupName: 'web',
      launchTemplate: launchTemplateId,
      minSize: 1,
      maxSize: 4,
      subnetIds: ['subnet-01234567'],
    },
    createLaunchTemplate: { launchTemplateName: 'web', image: 'ami-0123456789abcdef0', instanceType: 't3.micro' },
    deleteAutoScalingGroup: 'web',
    deleteLaunchTemplate: launchTemplateId,
    describeAutoScalingGroup: 'web',
    describeLaunchTemplate: launchTemplateId,
    listAutoScalingGroups: {},
    listLaunchTemplates: {},
    listScalingActivities: { autoScalingGroupName: 'web' },
    setDesiredCapacity: { autoScalingGroupName: 'web', desiredCapacity: 1 },
    updateAutoScalingGroup: { autoScalingGroupName: 'web', maxSize: 8 },
    waitForAutoScalingGroup: { autoScalingGroupName: 'web', state: 'in-service' },
  },
  answers: {
    CreateAutoScalingGroup: {},
    CreateLaunchTemplate: { LaunchTemplate: template },
    DeleteAutoScalingGroup: {},
    DeleteLaunchTemplate: { LaunchTemplate: template },
    DescribeAutoScalingGroups: { AutoScalingGroups: [group] },
    DescribeLaunchTemplates: { LaunchTemplates: [template] },
    DescribeScalingActivities: { Activities: [] },
    SetDesiredCapacity: {},
    UpdateAutoScalingGroup: {},
  },
};
