import { type FileHandle, open, rm } from 'node:fs/promises';

import { input, type Operation, task, text, toLocalError, withLocalErrors, z } from '@arch/core/builder';

import { type CreatedKeyPair, hidePrivateKey } from './created-key-pair.js';
import { deleteKeyPair } from './delete-key-pair.js';
import { keyPairFields, requestKeyPair, type RequestKeyPairInput } from './request-key-pair.js';

export interface CreateKeyPairInput extends RequestKeyPairInput {
  /** The path of a new file for the private key, which only its owner can read (mode 0600). An existing file is never overwritten. */
  readonly file?: string | undefined;
}

/**
 * Creates a key pair. AWS returns the private key only once: read it from `privateKey`, or pass `file` to write it to a file. If the file
 * cannot be written or the deadline expires, the function deletes the key pair and then rejects.
 *
 * @example
 * const { keyPairId } = await createKeyPair({ keyName: 'operations', keyType: 'ed25519', file: 'operations.pem' });
 * @throws {AlreadyExistsError} there is already a key pair with this name in this region.
 * @throws {LocalError} the file already exists (`EEXIST`), or its folder does not exist (`ENOENT`).
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateKeyPair.html
 */
export const createKeyPair: Operation<string | CreateKeyPairInput, CreatedKeyPair, { on: 'keyName'; with: 'tags' }> =
  task(() => ({
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

/** Creates the file before the request, so that the private key of a created key pair can be stored. */
const createFile = async (file: string): Promise<FileHandle> => {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    throw toLocalError(error, { operation: 'createKeyPair', verb: 'create', path: file });
  }
};
