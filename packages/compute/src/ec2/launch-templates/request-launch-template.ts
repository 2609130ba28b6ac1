import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  text,
  z,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2, instanceTypeName } from '@arch/services/ec2';
import { CreateLaunchTemplateCommand, type RequestLaunchTemplateData } from '@aws-sdk/client-ec2';

import { imageQuery, type ImageQuery } from '../image-query.js';
import { metadataOptionsFields, type MetadataOptionsInput } from '../metadata-options-input.js';
import type { SettledImage } from '../settle-image.js';
import { toBytes, type UserData, userData } from '../user-data.js';
import { type VolumeInput, volumeInput } from '../volume-input.js';
import { launchTemplate, type LaunchTemplate, launchTemplateErrors } from './launch-template.js';

/** What instances are launched as. */
export interface LaunchTemplateData {
  /** The image's ID, or what `findLatestImage` takes: `{ os: 'amazon-linux-2023' }`; it is the newest of now, not of a later launch. */
  readonly image?: string | ImageQuery | undefined;
  /** e.g. `t3.micro`. */
  readonly instanceType?: string | undefined;
  /** Name of the key pair whose private key opens the instances. */
  readonly keyName?: string | undefined;
  readonly securityGroupIds?: readonly string[] | undefined;
  /** A script or cloud-init document for the first start, as text or bytes, at most 16 KB. Do not put secrets here. */
  readonly userData?: UserData | undefined;
  /** Volumes beside those of the image; one without `deviceName` changes the root volume. All are encrypted unless they say otherwise. */
  readonly volumes?: readonly VolumeInput[] | undefined;
  /** `false` leaves the image's own volumes as they are. Default `true`. */
  readonly encryptVolumes?: boolean | undefined;
  /** Name or ARN of the instance profile that carries the instances' role. */
  readonly iamInstanceProfile?: string | undefined;
  /** IMDSv2 is required unless `httpTokens` says otherwise. */
  readonly metadataOptions?: MetadataOptionsInput | undefined;
  /** Put on the instances and on their volumes. */
  readonly instanceTags?: Tags | undefined;
}

/** The members of {@link LaunchTemplateData}, checked. */
export const launchTemplateFields = (): Parameters<typeof input<LaunchTemplateData>>[0] => ({
  image: z.optional(z.union([ec2Id('ami'), imageQuery()])),
  instanceType: z.optional(instanceTypeName()),
  keyName: z.optional(text(1, 255)),
  securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1), z.maxLength(16))),
  userData: z.optional(userData()),
  volumes: z.optional(z.array(volumeInput()).check(z.maxLength(128))),
  encryptVolumes: z.optional(z.boolean()),
  iamInstanceProfile: z.optional(text(1, 2_048)),
  metadataOptions: z.optional(z.strictObject(metadataOptionsFields())),
  instanceTags: z.optional(tagRecord()),
});

/** What instances are launched as, in AWS's words. */
export const toTemplateData = (
  {
    instanceType,
    keyName,
    securityGroupIds,
    userData,
    iamInstanceProfile,
    metadataOptions,
    instanceTags,
  }: LaunchTemplateData,
  { imageId, blockDeviceMappings }: SettledImage,
): RequestLaunchTemplateData => ({
  ImageId: imageId,
  InstanceType: instanceType as never,
  KeyName: keyName,
  SecurityGroupIds: securityGroupIds && [...securityGroupIds],
  UserData: userData === undefined ? undefined : Buffer.from(toBytes(userData)).toString('base64'),
  BlockDeviceMappings: blockDeviceMappings.length > 0 ? [...blockDeviceMappings] : undefined,
  IamInstanceProfile: iamInstanceProfile?.startsWith('arn:')
    ? { Arn: iamInstanceProfile }
    : iamInstanceProfile === undefined
      ? undefined
      : { Name: iamInstanceProfile },
  MetadataOptions: {
    HttpTokens: metadataOptions?.httpTokens ?? 'required',
    HttpEndpoint: metadataOptions?.httpEndpoint,
    HttpPutResponseHopLimit: metadataOptions?.httpPutResponseHopLimit,
    InstanceMetadataTags: metadataOptions?.instanceMetadataTags,
  },
  TagSpecifications: toTagSpecifications(instanceTags, 'instance', 'volume'),
});

interface Requested extends AwsInput {
  readonly launchTemplateName: string;
  readonly data: RequestLaunchTemplateData;
  readonly tags?: Tags | undefined;
}

/** Makes the one AWS call behind `createLaunchTemplate`. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html */
export const requestLaunchTemplate: Operation<Requested, LaunchTemplate> = operation(() => ({
  name: 'createLaunchTemplate',
  service: ec2,
  command: CreateLaunchTemplateCommand,
  permissions: [
    { action: 'ec2:CreateLaunchTemplate', resources: ['launch-template'] },
    {
      action: 'ec2:CreateTags',
      resources: ['launch-template'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateLaunchTemplate' } },
      when: 'tags are given',
    },
  ],
  input: input<Requested>({
    launchTemplateName: z.string(),
    data: z.custom<RequestLaunchTemplateData>(),
    tags: z.optional(tagRecord()),
  }),
  output: launchTemplate(),
  request: ({ launchTemplateName, data, tags }) => ({
    LaunchTemplateName: launchTemplateName,
    LaunchTemplateData: data,
    TagSpecifications: toTagSpecifications(tags, 'launch-template'),
  }),
  select: ({ LaunchTemplate }) => LaunchTemplate,
  creates: ({ launchTemplateId }) => [launchTemplateId],
  errors: launchTemplateErrors,
}));
