import { HttpRequest } from '@smithy/core/protocols';

import { rememberSentOperation, type SentOperation } from '../../transport/sent-operation.js';

/** A request of an operation, as an SDK client sends it. */
export const requestOf = (
  schema: readonly unknown[],
  facts: Partial<SentOperation> & ConstructorParameters<typeof HttpRequest>[0] = {},
): HttpRequest => {
  const request = new HttpRequest({ hostname: 'ec2.eu-west-1.amazonaws.com', method: 'POST', path: '/', ...facts });
  rememberSentOperation(request, {
    serviceId: 'EC2',
    name: String(schema[2]),
    schema,
    input: {},
    protocol: 'aws.protocols#ec2Query',
    xmlNamespace: undefined,
    ...facts,
  });
  return request;
};
