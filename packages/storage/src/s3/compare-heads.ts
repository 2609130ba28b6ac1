import { type ChecksumAlgorithm, checksumAlgorithms } from './checksum-algorithm.js';

/** The members of an object without its content that are compared. */
interface ComparedHead {
  readonly sizeBytes: number;
  readonly eTag?: string | undefined;
  readonly aws: Readonly<Record<string, unknown>>;
}

/**
 * Compares two objects by what S3 stores of them. Returns what proves that their contents are equal, `differs` if the contents differ, or
 * `undefined` if nothing can be compared: an ETag and a checksum of parts also depend on the size of the parts, and an ETag on the encryption.
 */
export const compareHeads = (
  source: ComparedHead,
  copy: ComparedHead,
): ChecksumAlgorithm | 'eTag' | 'differs' | undefined => {
  if (source.sizeBytes !== copy.sizeBytes) return 'differs';
  const common = checksumAlgorithms.filter((name) => checksumOf(source, name) && checksumOf(copy, name));
  const equal = common.find((name) => checksumOf(source, name) === checksumOf(copy, name));
  const isDifferent = common.some(
    (name) =>
      isOfContent(source, name) && isOfContent(copy, name) && checksumOf(source, name) !== checksumOf(copy, name),
  );
  if (isDifferent) return 'differs';
  return equal ?? (source.eTag !== undefined && source.eTag === copy.eTag ? 'eTag' : undefined);
};

const checksumOf = ({ aws }: ComparedHead, name: ChecksumAlgorithm): string | undefined => {
  const value = aws[`Checksum${name}`];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Whether the checksum is of the whole content, not of the checksums of the parts. */
const isOfContent = (object: ComparedHead, name: ChecksumAlgorithm): boolean =>
  object.aws['ChecksumType'] !== 'COMPOSITE' && !/-\d+$/.test(checksumOf(object, name) ?? '');
