import { type FileHandle, open, rm } from 'node:fs/promises';

import { input, type Operation, task, text, toLocalError, withLocalErrors, z } from '@arch/core/builder';

import { type CreatedKeyPair, hidePrivateKey } from './created-key-pair.js';
import { deleteKeyPair } from './delete-key-pair.js';
import { keyPairFields, requestKeyPair, type RequestKeyPairInput } from './request-key-pair.js';

export interface CreateKeyPairInput extends RequestKeyPairInput {
  /** A path to which the private key is written, readable by its owner only (mode 0600). A file that is there is never overwritten. */
  readonly file?: string | undefined;
}

/**
 * Makes a key pair. AWS shows the private key this once: take it from `privateKey`, or have it written to a `file`. When the file cannot be
 * written, or the time is up, the key pair is deleted again, and the call rejects afterwards.
 *
 * @example
 * const { keyPairId } = await createKeyPair({ keyName: 'operations', keyType: 'ed25519', file: 'operations.pem' });
 * @throws {AlreadyExistsError} there is a key pair of that name in this region.
 * @throws {LocalError} the file is already there (`EEXIST`), or its folder is not.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateKeyPair.html
 */
export const createKeyPair: Operation<string | CreateKeyPairInput, CreatedKeyPair> = task(() => ({
  name: 'createKeyPair',
  key: 'keyName',
  input: input<CreateKeyPairInput>({ ...keyPairFields(), file: z.optional(text(1, 4_096)) }),
  uses: [requestKeyPair, deleteKeyPair],
  run: async ({ file, ...request }, options, { undo, making }) => {
    const { keyName } = request;
    const handle = file === undefined ? undefined : await createFile(file);
    if (handle && file !== undefined) undo(`the file ${file} is left: delete it`, () => removeFile(file, handle));
    const created = await making(
      `the key pair ${keyName} may exist, and its private key is lost: delete it with deleteKeyPair`,
      requestKeyPair(request, options),
    );
    const left = `the key pair ${keyName} (${created.keyPairId}) is left, and its private key is lost`;
    undo(`${left}: delete it with deleteKeyPair`, (own) => deleteKeyPair(keyName, own));
    const keyPair = hidePrivateKey(created, created.aws);
    if (handle && file !== undefined) {
      await withLocalErrors({ operation: 'createKeyPair', verb: 'write', path: file }, async () => {
        await handle.writeFile(keyPair.privateKey, { signal: options.signal });
        await handle.close();
      });
    }
    options.signal?.throwIfAborted();
    return keyPair;
  },
}));

const removeFile = async (file: string, handle: FileHandle): Promise<void> => {
  await handle.close().catch(() => undefined);
  await rm(file, { force: true });
};

/** Reserves the file before anything is sent: afterwards the private key is there and has to go somewhere. */
const createFile = async (file: string): Promise<FileHandle> => {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    throw toLocalError(error, { operation: 'createKeyPair', verb: 'create', path: file });
  }
};
