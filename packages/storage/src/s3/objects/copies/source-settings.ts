import type { AwsInput, CallOptions, Tags } from '@arch/core/builder';

import { checksumAlgorithms } from '../../checksum-algorithm.js';
import { type ChecksumSettings, isChecksum } from '../../checksum-settings.js';
import type { CopySource } from '../../copy-source.js';
import { isNotImplemented } from '../../is-not-implemented.js';
import type { ObjectSettings } from '../../object-settings.js';
import type { ObjectHead } from '../index.js';
import { requestObjectTags } from './request-object-tags.js';

type Head = Readonly<Record<string, unknown>>;

/**
 * Everything that `CopyObject` takes over from the source by itself: content headers, metadata and tags. Storage class, encryption, access
 * control lists and locks are not among it. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export const sourceSettings = async (
  source: CopySource,
  head: ObjectHead,
  options: CallOptions,
): Promise<ObjectSettings & AwsInput> => {
  const { contentType, contentEncoding, cacheControl, contentDisposition, metadata } = head;
  const aws = furtherHeaders(head.aws);
  return {
    contentType,
    contentEncoding,
    cacheControl,
    contentDisposition,
    metadata,
    tags: await tagsOf(source, options),
    aws,
  };
};

const furtherHeaders = ({ ContentLanguage, ExpiresString }: Head): Head => {
  const expires = typeof ExpiresString === 'string' ? new Date(ExpiresString) : undefined;
  return {
    ...(ContentLanguage !== undefined && { ContentLanguage }),
    ...(expires && !Number.isNaN(expires.getTime()) && { Expires: expires }),
  };
};

/** Always requested: S3 does not count the tags for a caller who may not read them, and they would be lost. */
const tagsOf = async (source: CopySource, options: CallOptions): Promise<Tags | undefined> => {
  try {
    const { tags } = await requestObjectTags({ source }, options);
    return Object.keys(tags).length > 0 ? tags : undefined;
  } catch (error) {
    if (isNotImplemented(error)) return undefined;
    throw error;
  }
};

/** The checksum of the source, if a copy in parts can have it. */
export const sourceChecksum = (head: Head): ChecksumSettings => {
  const checksumAlgorithm = checksumAlgorithms.find((name) => head[`Checksum${name}`] !== undefined);
  if (!checksumAlgorithm) return {};
  const isComposite =
    head['ChecksumType'] === 'COMPOSITE' || /-\d+$/.test(String(head[`Checksum${checksumAlgorithm}`]));
  const own: ChecksumSettings = { checksumAlgorithm, checksum: isComposite ? 'composite' : 'full' };
  return isChecksum(own) ? own : { checksumAlgorithm };
};
