import { ec2Id, type InputFields, text, z } from '@arch/core/builder';
import { instanceTypeName } from '@arch/services/ec2';
import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';

import { imageQuery, type ImageQuery } from './image-query.js';
import { metadataOptionsFields, type MetadataOptionsInput } from './metadata-options-input.js';
import type { ResolvedImage } from './resolve-image.js';
import { toBytes, type UserData, userData } from './user-data.js';
import { type VolumeInput, volumeInput } from './volume-input.js';

/** The settings that a launch and a launch template share. */
export interface LaunchData {
  /**
   * The image: an ID, e.g. `ami-0123456789abcdef0`, or a query as for `findLatestImage`, e.g. `{ os: 'amazon-linux-2023' }`. A query is
   * resolved when the function is called.
   */
  readonly image?: string | ImageQuery | undefined;
  /** The instance type, e.g. `t3.micro`. */
  readonly instanceType?: string | undefined;
  /** The name of the key pair for logging in to the instance, 1–255 characters. */
  readonly keyName?: string | undefined;
  /** The IDs of the security groups, 1–16. Default that AWS applies: the default security group of the VPC. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /**
   * A script or cloud-init document for the first start, as text or bytes, at most 16 KB before base64 encoding. Do not put secrets here.
   */
  readonly userData?: UserData | undefined;
  /**
   * Volumes in addition to those of the image, at most 128. A volume without `deviceName` changes the root volume. Volumes are encrypted
   * unless `encrypted` is `false`.
   */
  readonly volumes?: readonly VolumeInput[] | undefined;
  /** Whether the volumes of the image are encrypted; `false` leaves them as the image defines them. Default: `true`. */
  readonly encryptVolumes?: boolean | undefined;
  /** The name or ARN of the instance profile that contains the instance's role. */
  readonly iamInstanceProfile?: string | undefined;
  /** Options of the instance metadata service (IMDS). IMDSv2 is required unless `httpTokens` is `optional`. */
  readonly metadataOptions?: MetadataOptionsInput | undefined;
}

/** Checks the members of {@link LaunchData}. */
export const launchDataFields = (): InputFields<LaunchData> => ({
  image: z.optional(z.union([ec2Id('ami'), imageQuery()])),
  instanceType: z.optional(instanceTypeName()),
  keyName: z.optional(text(1, 255)),
  securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1), z.maxLength(16))),
  userData: z.optional(userData()),
  volumes: z.optional(z.array(volumeInput()).check(z.maxLength(128))),
  encryptVolumes: z.optional(z.boolean()),
  iamInstanceProfile: z.optional(text(1, 2_048)),
  metadataOptions: z.optional(z.strictObject(metadataOptionsFields())),
});

/** Returns the shared request members that differ from the input in form. */
export const toLaunchData = (
  { userData, iamInstanceProfile: profile }: Pick<LaunchData, 'userData' | 'iamInstanceProfile'>,
  { blockDeviceMappings }: Pick<ResolvedImage, 'blockDeviceMappings'>,
): Pick<RequestLaunchTemplateData, 'UserData' | 'BlockDeviceMappings' | 'IamInstanceProfile'> => ({
  UserData: userData === undefined ? undefined : Buffer.from(toBytes(userData)).toString('base64'),
  BlockDeviceMappings: blockDeviceMappings.length > 0 ? [...blockDeviceMappings] : undefined,
  IamInstanceProfile:
    profile === undefined ? undefined : profile.startsWith('arn:') ? { Arn: profile } : { Name: profile },
});

/** Returns the metadata options of the request. IMDSv2 is required by default. */
export const toMetadataOptions = (
  options: MetadataOptionsInput = {},
): NonNullable<RequestLaunchTemplateData['MetadataOptions']> => ({
  HttpTokens: options.httpTokens ?? 'required',
  HttpEndpoint: options.httpEndpoint,
  HttpPutResponseHopLimit: options.httpPutResponseHopLimit,
  InstanceMetadataTags: options.instanceMetadataTags,
});
