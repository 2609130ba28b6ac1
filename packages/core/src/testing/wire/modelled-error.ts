import { TypeRegistry } from '@smithy/core/schema';

import type { SentOperation } from '../../transport/sent-operation.js';

/** What AWS's model says of an error. */
export interface ModelledError {
  /** Its name in the model, e.g. `NoSuchEntityException`. */
  readonly name: string;
  /** Its code in the query protocols, e.g. `NoSuchEntity`. */
  readonly queryCode: string | undefined;
  readonly status: number | undefined;
}

type ErrorSchema = readonly [kind: number, namespace: string, name: string, traits: ErrorTraits];
interface ErrorTraits {
  readonly httpError?: number;
  readonly awsQueryError?: readonly [code: string, status: number];
}

const errorKind = -3;

/** The error of a service that has this name or this code, where the model has one: EC2's has none. */
export const modelledError = ({ schema }: SentOperation, code: string): ModelledError | undefined => {
  const found = TypeRegistry.for(String(schema[1])).find((candidate) => {
    const [kind, , name, traits] = candidate as unknown as ErrorSchema;
    return kind === errorKind && (name === code || traits.awsQueryError?.[0] === code);
  });
  if (!found) return undefined;
  const [, , name, { httpError, awsQueryError }] = found as unknown as ErrorSchema;
  return { name, queryCode: awsQueryError?.[0], status: httpError ?? awsQueryError?.[1] };
};
