import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';

import { type ObjectReference, objectReference, readPermissions } from '../../object-reference.js';
import { objectBytes, readBody, toGetRequest } from '../../read-body.js';

/** Reads the content of an object that `getObject` found. */
export const requestContent: Operation<ObjectReference, Uint8Array> = operation(() => ({
  name: 'getObject',
  service: s3,
  command: GetObjectCommand,
  permissions: readPermissions,
  input: input<ObjectReference>(objectReference()),
  output: objectBytes(),
  request: toGetRequest,
  select: readBody('getObject'),
}));
