import type { LayerSamples } from '@arch/contract';
import { g5 } from '../ec2/instance-types/__fixtures__/g5-xlarge.js';

const instanceId = 'i-0123456789abcdef0';
const imageId = 'ami-0123456789abcdef0';
const state = (Name: string): object => ({ Name });
const instance = (Name: string): object => ({
  InstanceId: instanceId,
  ImageId: imageId,
  InstanceType: 't3.micro',
  State: state(Name),
  LaunchTime: '2026-11-01T10:00:00Z',
  Placement: { AvailabilityZone: 'eu-west-1a' },
  // Windows, because only Windows instances have the password data that `waitForPasswordData` waits for.
  Platform: 'windows',
  KeyName: 'operations',
});
const change = { InstanceId: instanceId, PreviousState: state('running'), CurrentState: state('stopping') };
const keyPair = { KeyPairId: 'key-0123456789abcdef0', KeyName: 'operations', KeyFingerprint: '1f:51', Tags: [] };

/** One valid input per function, one valid response per AWS operation. */
export const instancesSamples: LayerSamples = {
  inputs: {
    createKeyPair: 'operations',
    deleteKeyPair: 'operations',
    describeImage: imageId,
    describeInstance: instanceId,
    describeInstanceStatus: instanceId,
    describeInstanceType: 't3.micro',
    describeKeyPair: 'operations',
    findLatestImage: 'amazon-linux-2023',
    getConsoleOutput: instanceId,
    getConsoleScreenshot: instanceId,
    getPasswordData: instanceId,
    importKeyPair: { keyName: 'operations', publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE me' },
    listImages: { owners: ['self'] },
    listInstances: { state: 'running' },
    listInstanceStatuses: {},
    listInstanceTypeOfferings: {},
    listInstanceTypes: {},
    listKeyPairs: {},
    modifyInstance: { instanceId, sourceDestCheck: false },
    monitorInstance: instanceId,
    rebootInstance: instanceId,
    resizeInstance: { instanceId, instanceType: 't3.large' },
    runInstance: { image: imageId, instanceType: 't3.micro' },
    runInstances: { image: imageId, instanceType: 't3.micro', count: 1 },
    sendDiagnosticInterrupt: instanceId,
    startInstance: instanceId,
    stopInstance: instanceId,
    tagResource: { resourceId: instanceId, tags: { team: 'web' } },
    terminateInstance: instanceId,
    unmonitorInstance: instanceId,
    untagResource: { resourceId: instanceId, keys: ['team'] },
    waitForInstance: { instanceId, state: 'stopped' },
    waitForPasswordData: instanceId,
  },
  answers: {
    CreateKeyPair: { ...keyPair, KeyMaterial: '-----BEGIN RSA PRIVATE KEY-----' },
    CreateTags: {},
    DeleteKeyPair: {},
    DeleteTags: {},
    DescribeImages: { Images: [{ ImageId: imageId, State: 'available' }] },
    DescribeInstances: { Reservations: [{ Instances: [instance('stopped')] }] },
    DescribeInstanceStatus: {
      InstanceStatuses: [
        {
          InstanceId: instanceId,
          InstanceState: state('running'),
          InstanceStatus: { Status: 'ok' },
          SystemStatus: { Status: 'ok' },
        },
      ],
    },
    DescribeInstanceTypes: { InstanceTypes: [{ ...g5, InstanceType: 't3.micro' }] },
    DescribeInstanceTypeOfferings: { InstanceTypeOfferings: [] },
    DescribeKeyPairs: { KeyPairs: [keyPair] },
    GetConsoleOutput: { InstanceId: instanceId, Output: 'aGVsbG8=' },
    GetConsoleScreenshot: { InstanceId: instanceId, ImageData: '/9j/4A==' },
    GetParameter: { Parameter: { Name: 'x', Value: imageId } },
    GetPasswordData: { InstanceId: instanceId, PasswordData: 'c2VjcmV0', Timestamp: '2026-11-01T10:00:00Z' },
    ImportKeyPair: keyPair,
    ModifyInstanceAttribute: {},
    ModifyInstanceMetadataOptions: {},
    MonitorInstances: { InstanceMonitorings: [{ InstanceId: instanceId, Monitoring: { State: 'pending' } }] },
    RebootInstances: {},
    RunInstances: { Instances: [instance('pending')] },
    SendDiagnosticInterrupt: {},
    StartInstances: { StartingInstances: [change] },
    StopInstances: { StoppingInstances: [change] },
    TerminateInstances: { TerminatingInstances: [change] },
    UnmonitorInstances: { InstanceMonitorings: [{ InstanceId: instanceId, Monitoring: { State: 'disabling' } }] },
  },
};
