import { createHash } from 'node:crypto';

import type { CompleteMultipartUploadInput, ListedPart, UploadedPart } from '../../../multipart-uploads/index.js';

/** A part as the request that completes an upload needs it. */
export type CompletedPart = CompleteMultipartUploadInput['parts'][number];

/** The size and checksum of an object that is being completed. */
export interface WholeObject {
  readonly sizeBytes: number;
  readonly checksumCrc32: string;
}

/** A part that S3 has confirmed. */
export interface PartEntry {
  readonly part: CompletedPart;
  readonly sizeBytes: number;
  /** The CRC32 of the part, in Base64. */
  readonly checksumCrc32: string;
}

/** A line of the journal of an upload: a part, or the object before the request that completes it. */
export type UploadEntry = PartEntry | { readonly whole: WholeObject };

/** Returns the members of a part that the request that completes the upload needs. */
export const toCompletedPart = ({
  partNumber,
  eTag,
  checksumCrc32,
  checksumCrc32C,
  checksumCrc64Nvme,
  checksumSha1,
  checksumSha256,
}: UploadedPart): CompletedPart => ({
  partNumber,
  eTag,
  checksumCrc32,
  checksumCrc32C,
  checksumCrc64Nvme,
  checksumSha1,
  checksumSha256,
});

/** Returns the parts of a journal by their numbers; the last entry of a part counts. */
export const partsOf = (entries: readonly UploadEntry[]): ReadonlyMap<number, PartEntry> =>
  new Map(entries.flatMap((entry) => ('part' in entry ? [[entry.part.partNumber, entry] as const] : [])));

/** Returns the parts of a journal that S3 has too. */
export const confirmedParts = (
  entries: readonly UploadEntry[],
  listed: readonly ListedPart[],
): ReadonlyMap<number, PartEntry> => {
  const parts = partsOf(entries);
  return new Map(
    listed.flatMap(({ partNumber, eTag, sizeBytes }) => {
      const entry = parts.get(partNumber);
      return entry?.part.eTag === eTag && entry.sizeBytes === sizeBytes ? [[partNumber, entry] as const] : [];
    }),
  );
};

/** Returns the ETag of an object from these parts: the MD5 of their MD5s and their number. Encrypted parts have other ETags. */
export const eTagOf = (entries: readonly UploadEntry[]): string => {
  const parts = [...partsOf(entries).values()].toSorted((one, other) => one.part.partNumber - other.part.partNumber);
  const hash = createHash('md5');
  for (const { part } of parts) hash.update(Buffer.from(part.eTag.replaceAll('"', ''), 'hex'));
  return `"${hash.digest('hex')}-${parts.length}"`;
};
