import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { ConflictError, InvalidInputError, InvalidRequestError } from '@arch/core';
import { type AwsInput, type CallOptions, type TaskSteps, withLocalErrors } from '@arch/core/builder';

import type { UploadedPart } from '../../../multipart-uploads/index.js';
import type { TransferCounter } from '../../../transfer-progress.js';
import { openJournal } from '../journal.js';
import { removeStaleUploads } from './remove-stale-uploads.js';
import { type CompletedPart, type PartEntry, toCompletedPart, type WholeObject } from './upload-entry.js';
import type { FileIdentity } from '../../../file-identity.js';
import { hashOf, type UploadPlan } from './upload-head.js';
import { uploadFormat, uploadJournalPath } from './upload-place.js';
import { type CompletedObject, findProgress, type UploadJournal } from './upload-progress.js';

/** A part that is uploaded. */
export interface NumberedPart {
  readonly partNumber: number;
  readonly body: Uint8Array;
  /** The CRC32 of the part, in Base64. */
  readonly checksumCrc32: string;
}

/** A file that is uploaded so that a later call can continue. */
export interface ResumableUpload {
  readonly path: string;
  readonly resume: true | string;
  readonly file: FileIdentity;
  readonly object: AwsInput & { readonly bucket: string; readonly key: string };
}

/** The record of an upload: what an earlier call has done, and what this call adds for a later one. */
export interface UploadRecord {
  /** The upload that continues, and its part size. Absent if there is none. */
  readonly begun?: { readonly uploadId: string; readonly partSizeBytes: number } | undefined;
  /** The object, if the earlier call has completed it. */
  readonly completed?: CompletedObject | undefined;
  /** Yields the parts that S3 lacks, and adds the others to `found`. */
  missing(parts: AsyncIterable<NumberedPart>, progress: TransferCounter): AsyncIterable<NumberedPart>;
  readonly found: readonly CompletedPart[];
  begin(uploadId: string, partSizeBytes: number): Promise<void>;
  add(part: NumberedPart, uploaded: UploadedPart): Promise<void>;
  completing(whole: WholeObject): Promise<void>;
  /** Waits for work with the upload. After an error that a repetition does not change, the upload is not kept. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Whether the upload is kept for a later call. */
  isKept(): boolean;
  remove(): Promise<void>;
}

/** Opens the journal of an upload until the task ends, and finds out what an earlier call has done. */
export const openUploadRecord = async (
  { path, resume, file, object }: ResumableUpload,
  options: CallOptions,
  { undo }: TaskSteps,
): Promise<UploadRecord> => {
  const { bucket, key, ...settings } = object;
  const plan = { bucket, key, path: resolve(path), file, settings: hashOf(settings) };
  const place = await uploadJournalPath(plan, resume, options);
  const folder = dirname(place);
  await withLocalErrors({ operation: 'uploadFile', verb: 'create the directory', path: folder }, () =>
    mkdir(folder, { recursive: true, mode: 0o700 }),
  );
  const journal: UploadJournal = await openJournal({ operation: 'uploadFile', path: place }, uploadFormat);
  undo(`the journal ${place} is in use until this process ends`, journal.close);
  await removeStaleUploads(place, settings, options);
  const found = await findProgress(journal, { ...plan, aws: settings.aws }, options);
  if (found && 'completed' in found) return { ...record(journal, plan, new Map()), completed: found.completed };
  return { ...record(journal, plan, found?.parts ?? new Map<number, PartEntry>()), begun: found?.head };
};

const record = (journal: UploadJournal, plan: UploadPlan, parts: ReadonlyMap<number, PartEntry>): UploadRecord => {
  const found: CompletedPart[] = [];
  let isFinal = false;
  return {
    found,
    async *missing(all, progress) {
      for await (const part of all) {
        const entry = parts.get(part.partNumber);
        // The file is read anyway for the checksum of the whole object, so a change that kept size and time is found here.
        if (entry?.sizeBytes === part.body.byteLength && entry.checksumCrc32 === part.checksumCrc32) {
          found.push(entry.part);
          progress(part.body.byteLength, 'resumed');
        } else yield part;
      }
    },
    begin: (uploadId, partSizeBytes) => journal.begin({ ...plan, uploadId, partSizeBytes }),
    add: ({ body, checksumCrc32 }, uploaded) =>
      journal.add([{ part: toCompletedPart(uploaded), sizeBytes: body.byteLength, checksumCrc32 }]),
    completing: (whole) => journal.add([{ whole }]),
    during: (work) =>
      work.catch((error: unknown) => {
        isFinal = isUnchangeable(error);
        throw error;
      }),
    isKept: () => !isFinal,
    remove: journal.remove,
  };
};

/** Whether the same call would fail again: the file has changed, the condition is not met, or S3 rejects the request. */
const isUnchangeable = (error: unknown): boolean => {
  // A call that has taken the journal uses the upload.
  if (error instanceof ConflictError) return !error.retryable && error.resource !== 'journal';
  return error instanceof InvalidInputError || error instanceof InvalidRequestError;
};
