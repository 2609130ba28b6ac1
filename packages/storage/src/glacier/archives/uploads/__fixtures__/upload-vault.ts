import { type FakeAws } from '@arch/core/testing';

import { treeHashOf } from '../../../tree-hash.js';

/** A vault that accepts uploads. */
export interface UploadVault {
  /** The uploaded parts, by their ranges: `bytes 0-1048575/*`. */
  readonly parts: Map<string, Uint8Array>;
  /** Returns the content of all parts in their order. */
  readonly content: () => Buffer;
}

/** Makes Glacier accept multipart uploads, and complete them with the tree hash of the content. */
export const uploadVault = (aws: FakeAws): UploadVault => {
  const parts = new Map<string, Uint8Array>();
  const startOf = (range: string): number => Number(/^bytes (\d+)-/.exec(range)![1]);
  const content = (): Buffer =>
    Buffer.concat([...parts].toSorted(([one], [other]) => startOf(one) - startOf(other)).map(([, body]) => body));
  aws.on('InitiateMultipartUpload', { uploadId: 'u-1' });
  aws.on('UploadMultipartPart', ({ range, body }: { range: string; body: Uint8Array }) => {
    parts.set(range, body);
    return { checksum: treeHashOf(body) };
  });
  aws.on('CompleteMultipartUpload', () => ({ archiveId: 'a-1', checksum: treeHashOf(content()) }));
  aws.on('AbortMultipartUpload', {});
  return { parts, content };
};

/** Returns the operations of all requests, in order. */
export const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);
