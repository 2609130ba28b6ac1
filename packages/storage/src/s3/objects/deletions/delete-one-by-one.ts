import { AccessDeniedError, ConflictError, ServiceError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { inParallel } from '../../in-parallel.js';
import { deleteObject, type DeleteObjectInput } from '../index.js';
import type { UndeletedObject } from './undeleted-object.js';

/** The maximum number of requests in progress at the same time. */
const concurrency = 8;

/** Deletes each object with a separate request, whose URL can contain every key. Returns the objects that S3 has not deleted. */
export const deleteOneByOne = async (
  objects: readonly DeleteObjectInput[],
  options: CallOptions,
): Promise<readonly UndeletedObject[]> => {
  const errors: UndeletedObject[] = [];
  const { signal = new AbortController().signal } = options;
  await inParallel(itemsOf(objects), { concurrency, signal }, async (object, either) => {
    try {
      await deleteObject(object, { ...options, signal: either });
    } catch (error) {
      errors.push(undeleted(object, error));
    }
  });
  return errors;
};

async function* itemsOf<Item>(items: readonly Item[]): AsyncGenerator<Item, void, undefined> {
  yield* items;
}

/** Returns the reason why S3 has not deleted the object. Throws errors that are not about the object, e.g. for an unknown bucket. */
const undeleted = ({ key, versionId }: DeleteObjectInput, error: unknown): UndeletedObject => {
  const isAboutObject = [AccessDeniedError, ConflictError, ServiceError].some((type) => error instanceof type);
  if (!isAboutObject) throw error;
  const { code = '', message, cause } = error as ServiceError;
  const reason = cause instanceof Error ? cause.message : message;
  return { key, ...(versionId !== undefined && { versionId }), code, message: reason };
};
