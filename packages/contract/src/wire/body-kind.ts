import type { SentOperation } from '../../../core/src/transport/sent-operation.js';
import { outputSchema } from '../../../core/src/testing/wire/protocol.js';

/**
 * The kind of the body of an operation's response: a document of the service, content of the user (an object, a prediction), or `none` if the
 * operation does not read the body.
 */
export type BodyKind = 'document' | 'content' | 'none';

export const bodyKindOf = (operation: SentOperation, method: string): BodyKind => {
  if (method === 'HEAD') return 'none';
  if (/#(ec2|aws)Query$/.test(operation.protocol)) return 'document';
  const output = outputSchema(operation);
  const members = output.isStructSchema() ? [...output.structIterator()].map(([, member]) => member) : [];
  const inBody = members.filter((member) => {
    const { httpHeader, httpPrefixHeaders, httpResponseCode } = member.getMergedTraits();
    return httpHeader === undefined && httpPrefixHeaders === undefined && httpResponseCode === undefined;
  });
  const isContent = inBody.some(
    (member) => member.isStreaming() || (member.getMergedTraits().httpPayload && !member.isStructSchema()),
  );
  return isContent ? 'content' : inBody.length > 0 ? 'document' : 'none';
};
