import type { ArchError } from '@arch/core';
import type { ErrorTable } from '@arch/core/builder';

import { translateError } from '../../core/src/translation/translate-error.js';

/** An error as AWS sends it. */
export interface SentError {
  readonly code: string;
  /** The SDK's name of the error. Default: the code. */
  readonly name?: string;
  readonly status?: number;
  readonly message?: string;
}

/** Returns the error that a call with this input throws, according to the error table of a service. */
export const translatedError = (
  table: ErrorTable | undefined,
  { code, name = code, status = 400, message = 'No' }: SentError,
  input: Readonly<Record<string, unknown>> = {},
): ArchError => {
  const thrown = Object.assign(new Error(message), {
    name,
    Code: code,
    $fault: status >= 500 ? 'server' : 'client',
    $metadata: { httpStatusCode: status },
  });
  return translateError(thrown, {
    operation: 'changeThing',
    input,
    tables: [table],
    statementFor: () => ({ Effect: 'Allow', Action: 'x:Y', Resource: '*' }),
  }) as ArchError;
};
