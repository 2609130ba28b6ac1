import type { AwsInput, CallOptions, Tags } from '@arch/core/builder';

import { checksumAlgorithms } from '../../checksum-algorithm.js';
import { type ChecksumSettings, isChecksumSupported } from '../../checksum-settings.js';
import type { CopySource } from '../../copy-source.js';
import { isNotImplemented } from '../../is-not-implemented.js';
import type { ObjectSettings } from '../../object-settings.js';
import type { ObjectHead } from '../index.js';
import { requestObjectTags } from './request-object-tags.js';

type Head = Readonly<Record<string, unknown>>;

/**
 * Returns the settings that `CopyObject` copies from the source: content headers, metadata and tags. It does not copy storage class,
 * encryption, access control list and locks. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
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

/** The tags are always requested: S3 sends no tag count without permission to read the tags, and the copy would silently lose them. */
const tagsOf = async (source: CopySource, options: CallOptions): Promise<Tags | undefined> => {
  try {
    const { tags } = await requestObjectTags({ source }, options);
    return Object.keys(tags).length > 0 ? tags : undefined;
  } catch (error) {
    if (isNotImplemented(error)) return undefined;
    throw error;
  }
};

/** Returns the kind and algorithm of the source's checksum, if a copy in parts can have them. */
export const sourceChecksum = (head: Head): ChecksumSettings => {
  const checksumAlgorithm = checksumAlgorithms.find((name) => head[`Checksum${name}`] !== undefined);
  if (!checksumAlgorithm) return {};
  const isComposite =
    head['ChecksumType'] === 'COMPOSITE' || /-\d+$/.test(String(head[`Checksum${checksumAlgorithm}`]));
  const own: ChecksumSettings = { checksumAlgorithm, checksum: isComposite ? 'composite' : 'full' };
  return isChecksumSupported(own) ? own : { checksumAlgorithm };
};
