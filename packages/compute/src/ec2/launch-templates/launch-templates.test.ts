import { AlreadyExistsError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createLaunchTemplate, deleteLaunchTemplate, describeLaunchTemplate, listLaunchTemplates } from './index.js';

const launchTemplateId = 'lt-0123456789abcdef0';
const imageId = 'ami-0123456789abcdef0';
const template = { LaunchTemplateId: launchTemplateId, LaunchTemplateName: 'web', CreateTime: '2026-11-01T10:00:00Z' };
const image = {
  ImageId: imageId,
  State: 'available',
  RootDeviceName: '/dev/xvda',
  BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 8 } }],
};

describe('launch templates', () => {
  it('require IMDSv2 and encrypt the volumes of the image by default', async () => {
    await using aws = fakeAws({
      answers: { DescribeImages: { Images: [image] }, CreateLaunchTemplate: { LaunchTemplate: template } },
    });
    const created = await createLaunchTemplate(
      {
        launchTemplateName: 'web',
        image: imageId,
        instanceType: 't3.micro',
        userData: '#!/bin/sh',
        iamInstanceProfile: 'web',
        instanceTags: { team: 'web' },
        tags: { a: 'b' },
      },
      { session: aws.session },
    );
    expect(created).toMatchObject({ launchTemplateId, launchTemplateName: 'web' });
    expect(aws.requests[1]?.input).toMatchObject({
      LaunchTemplateData: {
        ImageId: imageId,
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 8 } }],
        MetadataOptions: { HttpTokens: 'required' },
        UserData: Buffer.from('#!/bin/sh').toString('base64'),
        IamInstanceProfile: { Name: 'web' },
        TagSpecifications: [{ ResourceType: 'instance' }, { ResourceType: 'volume' }],
      },
      TagSpecifications: [{ ResourceType: 'launch-template', Tags: [{ Key: 'a', Value: 'b' }] }],
    });
    expect(new URLSearchParams(String(aws.requests[1]?.body)).get('ClientToken')).toBeTruthy();
  });

  it('are described, listed and deleted, with errors for unknown IDs and existing names', async () => {
    await using aws = fakeAws({
      answers: {
        DescribeLaunchTemplates: { LaunchTemplates: [template] },
        DeleteLaunchTemplate: { LaunchTemplate: template },
      },
    });
    const { session } = aws;
    expect((await describeLaunchTemplate(launchTemplateId, { session })).launchTemplateName).toBe('web');
    expect(await listLaunchTemplates({ filters: { 'launch-template-name': ['web-*'] } }, { session }).count()).toBe(1);
    expect(await deleteLaunchTemplate(launchTemplateId, { session })).toBeUndefined();
    aws.on('DeleteLaunchTemplate', awsError('InvalidLaunchTemplateId.NotFound', 'does not exist'));
    await expect(deleteLaunchTemplate(launchTemplateId, { session })).rejects.toThrow(NotFoundError);
    aws.on('CreateLaunchTemplate', awsError('InvalidLaunchTemplateName.AlreadyExistsException', 'in use'));
    await expect(createLaunchTemplate({ launchTemplateName: 'web' }, { session })).rejects.toThrow(AlreadyExistsError);
  });

  it.each(['ab', 'a b c', 'x'.repeat(129)])(
    'reject the name %s before anything is sent',
    async (launchTemplateName) => {
      await using aws = fakeAws();
      await expect(createLaunchTemplate({ launchTemplateName }, { session: aws.session })).rejects.toThrow(
        InvalidInputError,
      );
      expect(aws.requests).toEqual([]);
    },
  );
});
