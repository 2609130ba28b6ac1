import { ArchError } from '@arch/core';
import type { AwsInput, CallOptions } from '@arch/core/builder';

import { checksumMode } from '../../../checksum-mode.js';
import { membersOfAbort, membersOfParts } from '../../../members-of-parts.js';
import { abortMultipartUpload, type ListedPart, listParts } from '../../../multipart-uploads/index.js';
import { headObject } from '../../../objects/index.js';
import { unlessMissing } from '../../../unless-missing.js';
import { checksumOf } from '../../checksums/index.js';
import type { Journal } from '../journal.js';
import { confirmedParts, eTagOf, type PartEntry, type UploadEntry, type WholeObject } from './upload-entry.js';
import { isSameUpload, type UploadHead, type UploadPlan } from './upload-head.js';

/** The journal of an upload. */
export type UploadJournal = Journal<UploadHead, UploadEntry>;

/** An object that an earlier call has completed. */
export interface CompletedObject extends WholeObject {
  readonly eTag?: string | undefined;
  readonly versionId?: string | undefined;
}

/** What an earlier call has done: the parts that S3 has, the whole object, or nothing that counts. */
export type UploadProgress =
  | { readonly head: UploadHead; readonly parts: ReadonlyMap<number, PartEntry> }
  | { readonly completed: CompletedObject }
  | undefined;

/** Compares a journal with the file and with S3. The upload of another content or with other settings is aborted. */
export const findProgress = async (
  { head, entries }: UploadJournal,
  plan: UploadPlan & AwsInput,
  options: CallOptions,
): Promise<UploadProgress> => {
  if (!head) return undefined;
  const { bucket, key, uploadId } = head;
  if (!isSameUpload(head, plan)) return abortUpload({ bucket, key, uploadId, aws: plan.aws }, options);
  const reference = { bucket, key, uploadId, aws: membersOfParts(plan.aws) };
  const listed = await unlessMissing(listParts(reference, options).toArray());
  if (listed) return { head, parts: confirmedParts(entries, listed as readonly ListedPart[]) };
  const completed = await findCompleted(entries, plan, options);
  return completed && { completed };
};

/** Aborts the upload of a journal, unless it no longer exists. */
export const abortUpload = async (
  { bucket, key, uploadId, aws }: Pick<UploadHead, 'bucket' | 'key' | 'uploadId'> & AwsInput,
  options: CallOptions,
): Promise<undefined> => {
  await unlessMissing(abortMultipartUpload({ bucket, key, uploadId, aws: membersOfAbort(aws) }, options));
  return undefined;
};

/** Finds the object if the earlier call was ended after S3 had received the request that completes it, and before the journal was removed. */
const findCompleted = async (
  entries: readonly UploadEntry[],
  { bucket, key, aws }: UploadPlan & AwsInput,
  options: CallOptions,
): Promise<CompletedObject | undefined> => {
  const whole = entries.flatMap((entry) => ('whole' in entry ? [entry.whole] : [])).at(-1);
  if (!whole) return undefined;
  const members = { ...(await checksumMode(options)), ...membersOfParts(aws) };
  const head = await headObject({ bucket, key, aws: members }, options).catch((error: unknown) => {
    if (options.signal?.aborted || !(error instanceof ArchError)) throw error;
    return undefined;
  });
  if (head?.sizeBytes !== whole.sizeBytes) return undefined;
  const sum = checksumOf(head.aws);
  const isSame = sum?.algorithm === 'CRC32' ? sum.value === whole.checksumCrc32 : head.eTag === eTagOf(entries);
  return isSame ? { ...whole, eTag: head.eTag, versionId: head.versionId } : undefined;
};
