import { ec2Id, type InputFields, text, z } from '@arch/core/builder';
import { instanceTypeName } from '@arch/services/ec2';
import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';

import { imageQuery, type ImageQuery } from './image-query.js';
import { metadataOptionsFields, type MetadataOptionsInput } from './metadata-options-input.js';
import type { SettledImage } from './settle-image.js';
import { toBytes, type UserData, userData } from './user-data.js';
import { type VolumeInput, volumeInput } from './volume-input.js';

/** The settings that a launch and a launch template share. */
export interface LaunchData {
  /** The image's ID, or a query of `findLatestImage` such as `{ os: 'amazon-linux-2023' }`, which is resolved when the function is called. */
  readonly image?: string | ImageQuery | undefined;
  /** e.g. `t3.micro`. */
  readonly instanceType?: string | undefined;
  /** Name of the key pair whose private key opens the instance. */
  readonly keyName?: string | undefined;
  /** IDs, at most 16. Default: the VPC's default group. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** A script or cloud-init document for the first start, as text or bytes, at most 16 KB before encoding. Do not put secrets here. */
  readonly userData?: UserData | undefined;
  /** Volumes beside those of the image; one without `deviceName` changes the root volume. All are encrypted unless they say otherwise. */
  readonly volumes?: readonly VolumeInput[] | undefined;
  /** `false` leaves the image's own volumes as they are. Default `true`. */
  readonly encryptVolumes?: boolean | undefined;
  /** Name or ARN of the instance profile that carries the instance's role. */
  readonly iamInstanceProfile?: string | undefined;
  /** IMDSv2 is required unless `httpTokens` says otherwise. */
  readonly metadataOptions?: MetadataOptionsInput | undefined;
}

/** The members of {@link LaunchData}, checked. */
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

/** The members of the request that a launch and a launch template share and that EC2 shapes otherwise. */
export const toLaunchData = (
  { userData, iamInstanceProfile: profile }: Pick<LaunchData, 'userData' | 'iamInstanceProfile'>,
  { blockDeviceMappings }: Pick<SettledImage, 'blockDeviceMappings'>,
): Pick<RequestLaunchTemplateData, 'UserData' | 'BlockDeviceMappings' | 'IamInstanceProfile'> => ({
  UserData: userData === undefined ? undefined : Buffer.from(toBytes(userData)).toString('base64'),
  BlockDeviceMappings: blockDeviceMappings.length > 0 ? [...blockDeviceMappings] : undefined,
  IamInstanceProfile:
    profile === undefined ? undefined : profile.startsWith('arn:') ? { Arn: profile } : { Name: profile },
});

/** The options of the metadata service in EC2's words: IMDSv2 is required unless the caller says otherwise. */
export const toMetadataOptions = (
  options: MetadataOptionsInput = {},
): NonNullable<RequestLaunchTemplateData['MetadataOptions']> => ({
  HttpTokens: options.httpTokens ?? 'required',
  HttpEndpoint: options.httpEndpoint,
  HttpPutResponseHopLimit: options.httpPutResponseHopLimit,
  InstanceMetadataTags: options.instanceMetadataTags,
});
