import { TypeRegistry } from '@smithy/core/schema';

import type { SentOperation } from '../../transport/sent-operation.js';

/** An error in AWS's model. */
export interface ModelledError {
  /** The name in the model, e.g. `NoSuchEntityException`. */
  readonly name: string;
  /** The code in the query protocols, e.g. `NoSuchEntity`. */
  readonly queryCode: string | undefined;
  readonly status: number | undefined;
}

type ErrorSchema = readonly [kind: number, namespace: string, name: string, traits: ErrorTraits];
interface ErrorTraits {
  readonly httpError?: number;
  readonly awsQueryError?: readonly [code: string, status: number];
}

const errorKind = -3;

/** Finds the error with this name or code in the model of a service. EC2's model has no errors. */
export const modelledError = ({ schema }: SentOperation, code: string): ModelledError | undefined => {
  const found = TypeRegistry.for(String(schema[1])).find((candidate) => {
    const [kind, , name, traits] = candidate as unknown as ErrorSchema;
    return kind === errorKind && (name === code || traits.awsQueryError?.[0] === code);
  });
  if (!found) return undefined;
  const [, , name, { httpError, awsQueryError }] = found as unknown as ErrorSchema;
  return { name, queryCode: awsQueryError?.[0], status: httpError ?? awsQueryError?.[1] };
};
