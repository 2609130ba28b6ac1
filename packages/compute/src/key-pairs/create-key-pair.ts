import { open, rm } from 'node:fs/promises';

import { addNote, input, type Operation, task, text, toLocalError, z } from '@arch/core/builder';

import { type CreatedKeyPair, hidePrivateKey } from './created-key-pair.js';
import { deleteKeyPair } from './delete-key-pair.js';
import { keyPairFields, requestKeyPair, type RequestKeyPairInput } from './request-key-pair.js';

export interface CreateKeyPairInput extends RequestKeyPairInput {
  /** A path to which the private key is written, readable by its owner only (mode 0600). A file that is there is never overwritten. */
  readonly file?: string | undefined;
}

/**
 * Makes a key pair. AWS shows the private key this once: take it from `privateKey`, or have it written to a `file`. When the file cannot be
 * written the key pair is deleted again.
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
  run: async ({ file, ...request }, options) => {
    const handle = file === undefined ? undefined : await createFile(file);
    try {
      const created = await requestKeyPair(request, options);
      const keyPair = hidePrivateKey(created, created.aws);
      await handle?.writeFile(keyPair.privateKey).catch(async (error: unknown) => {
        // The deadline of the call may be what failed: the way back has one of its own.
        const { signal: _over, ...own } = options;
        await deleteKeyPair(request.keyName, own).catch((left: unknown) => {
          throw addNote(
            left,
            `The key pair ${request.keyName} was made, and its private key is lost: ${String(error)}`,
          );
        });
        throw toLocalError(error, { operation: 'createKeyPair', verb: 'write', path: file ?? '' });
      });
      await handle?.close();
      return keyPair;
    } catch (error) {
      await handle?.close().catch(() => undefined);
      if (file !== undefined) await rm(file, { force: true });
      throw error;
    }
  },
}));

/** Reserves the file before anything is sent: afterwards the private key is there and has to go somewhere. */
const createFile = async (file: string): ReturnType<typeof open> => {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    throw toLocalError(error, { operation: 'createKeyPair', verb: 'create', path: file });
  }
};
