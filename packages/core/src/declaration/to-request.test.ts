import { CreateTagsCommand, CreateVolumeCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';

import { schemaOf } from './command-type.js';
import { checkAwsMembers, toRequest } from './to-request.js';

const run = { name: 'runInstance', command: RunInstancesCommand };

describe('a request', () => {
  it("uses AWS's member of the same name, ignoring case, at every depth", () => {
    const input = {
      imageId: 'ami-1',
      ebsOptimized: true,
      placement: { availabilityZone: 'eu-west-1a' },
      blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { volumeSize: 8, kmsKeyId: 'key' } }],
      securityGroupIds: ['sg-1'],
    };
    expect(toRequest(run, input)).toEqual({
      ImageId: 'ami-1',
      EbsOptimized: true,
      Placement: { AvailabilityZone: 'eu-west-1a' },
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 8, KmsKeyId: 'key' } }],
      SecurityGroupIds: ['sg-1'],
    });
  });

  it('keeps dates, bytes and class instances unchanged', () => {
    class Zone {
      readonly availabilityZone = 'a';
    }
    const when = new Date(5);
    const bytes = new Uint8Array(2);
    const zone = new Zone();
    const request = toRequest(run, { userData: bytes, clientToken: when, placement: zone });
    expect(request).toEqual({ UserData: bytes, ClientToken: when, Placement: zone });
  });

  it('omits undefined members and members that AWS does not have, and adds those of request', () => {
    const command = { ...run, request: ({ count }: { count: number }) => ({ MinCount: count, MaxCount: count }) };
    expect(toRequest(command as never, { imageId: undefined, count: 2, placement: { tenancy: undefined } })).toEqual({
      Placement: {},
      MinCount: 2,
      MaxCount: 2,
    });
  });

  it('overrides members by name with those of request, and both with those of aws', () => {
    const command = { ...run, request: () => ({ ImageId: 'by request', InstanceType: 't3.micro' }) };
    expect(toRequest(command, { imageId: 'by rule', keyName: 'web', aws: { InstanceType: 'by caller' } })).toEqual({
      ImageId: 'by request',
      KeyName: 'web',
      InstanceType: 'by caller',
    });
  });

  it('rejects unknown members of aws and suggests a name', () => {
    expect(() => toRequest(run, { aws: { imageId: 'ami-1' } })).toThrow(
      'runInstance: unknown member aws.imageId: did you mean aws.ImageId?',
    );
  });

  it.each(['DryRun', 'MaxCount', 'MinCount'])('rejects aws.%s, which changes the form of the response', (member) => {
    expect(() => toRequest(run, { aws: { [member]: 1 } })).toThrow(
      `runInstance: aws.${member} is not accepted, because it changes the form of the response. Omit it, or send the command with call() of @arch/core.`,
    );
    expect(() => checkAwsMembers('launch', RunInstancesCommand, { [member]: 1 })).toThrow(`launch: aws.${member}`);
  });

  it.each(['marker', 'limit'])('rejects aws.%s of a service whose members begin with a lower-case letter', (member) => {
    const list$ = [3, 'test', 'ListInput', 0, ['marker', 'limit'], [0, 1]];
    class Command {
      readonly input = {};
      readonly schema = [9, 'test', 'List', 0, () => list$, () => 'unit'];
    }
    const list = { name: 'listVaults', command: Command as never };
    expect(() => toRequest(list, { aws: { [member]: 1 } })).toThrow(`listVaults: aws.${member} is not accepted`);
  });

  it('can be checked for unknown members of aws in advance', () => {
    expect(() => checkAwsMembers('launch', RunInstancesCommand, { Imageid: 'ami-1' })).toThrow(
      'launch: unknown member aws.Imageid: did you mean aws.ImageId?',
    );
    checkAwsMembers('launch', RunInstancesCommand, { ImageId: 'ami-1' });
    checkAwsMembers('launch', RunInstancesCommand);
  });

  it('keeps the keys of maps and documents, and converts the values of maps', () => {
    const map = [2, 'test', 'Map', 0, 0, () => Ebs$];
    const Ebs$ = [3, 'test', 'Ebs', 0, ['VolumeSize'], [1]];
    const document = 15;
    const input$ = [3, 'test', 'Input', 0, ['Devices', 'Filter'], [() => map, document]];
    class Command {
      readonly input: unknown = {};
      readonly schema: readonly unknown[] = [9, 'test', 'Test', 0, () => input$, () => 'unit'];
    }
    const request = toRequest(
      { name: 'test', command: Command as never },
      { devices: { someKey: { volumeSize: 8 }, other: null }, filter: { anyKey: 1 } },
    );
    expect(request).toEqual({ Devices: { someKey: { VolumeSize: 8 }, other: null }, Filter: { anyKey: 1 } });
  });

  it.each([
    [CreateVolumeCommand, 'CreateVolume'],
    [CreateTagsCommand, 'CreateTags'],
    [CreateRoleCommand, 'CreateRole'],
  ])('reads the SDK schema of a command: case %#', (command, name) => {
    expect(schemaOf(command).name).toBe(name);
    expect(schemaOf(command)).toBe(schemaOf(command));
  });
});
