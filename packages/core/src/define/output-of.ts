import { Readable } from 'node:stream';

import type { AnyOperation } from '../declaration/any-operation.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import { joinIssues } from '../schema/describe-issues.js';
import type { Schema } from '../schema/schema.js';
import { metadataOf, type ResponseMetadata } from '../transport/response-metadata.js';

/** Selects the output from a response. If that fails, the response's streams are closed. */
export const selectOutput = ({ select }: AnyOperation, response: unknown, input: Record<string, unknown>): unknown => {
  if (!select) return response;
  try {
    return select(response, input);
  } catch (error) {
    for (const member of Object.values(response as object)) if (member instanceof Readable) member.destroy();
    throw error;
  }
};

/** Reads the output of a call. */
export const outputOf = (
  declaration: AnyOperation,
  input: Record<string, unknown>,
  response: unknown,
  metadata: ResponseMetadata | undefined,
): unknown => {
  if (response === undefined || response === null) throw notInResponse(declaration, input);
  return parseResponse(declaration.name, declaration.output, response, { metadata });
};

/** Reads AWS's response. The error names the invalid member. `place` names an item of a list, e.g. `items[3] on page 1`. */
export const parseResponse = <Output>(
  name: string,
  schema: Schema<Output>,
  response: unknown,
  { place, metadata }: { readonly place?: () => string; readonly metadata?: ResponseMetadata | undefined } = {},
): Output => {
  const result = schema.safeParse(response);
  if (result.success) return result.data;
  const { httpStatusCode: status, requestId } = metadata ?? metadataOf(response) ?? {};
  const where = place === undefined ? '' : `${place()}: `;
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  throw new UnexpectedResponseError(
    `${name}: unexpected response from AWS: ${where}${joinIssues(result.issues)}${request}`,
    {
      operation: name,
      status,
      requestId,
    },
  );
};

const notInResponse = ({ name, key, absent }: AnyOperation, input: Record<string, unknown>): Error => {
  const id = key === undefined ? undefined : String(input[key]);
  const message = `${name}: AWS's response does not contain ${id ?? 'the resource'}.`;
  if (absent === 'not-found') return new NotFoundError(message, { operation: name, id });
  return new UnexpectedResponseError(message, { operation: name, id });
};
