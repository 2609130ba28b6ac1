import type { NormalizedSchema } from '@smithy/core/schema';

import { checkBody } from './check-body.js';
import { encodeHeaders, type RequestNames } from './encode-headers.js';
import { httpMembersOf } from './http-members.js';

/** Checks the streams and header values of a request in AWS's words. Header values are encoded if possible. */
export const checkRequest = (
  schema: NormalizedSchema,
  wire: Readonly<Record<string, unknown>>,
  names: RequestNames,
): Readonly<Record<string, unknown>> => {
  for (const stream of httpMembersOf(schema).streams) {
    if (wire[stream] !== undefined) {
      checkBody(wire[stream], { operation: names.operation, member: names.nameOf(stream) });
    }
  }
  return encodeHeaders(schema, wire, names);
};
