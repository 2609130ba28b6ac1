import { UnexpectedResponseError } from '@arch/core';

/** The part of Lambda's answer by which it is recognized. */
interface Answer {
  readonly StatusCode?: number | undefined;
  readonly ExecutedVersion?: string | undefined;
  readonly Payload?: Uint8Array | undefined;
}

/**
 * Passes Lambda's answers on. The body is the function's own and says nothing: what is empty, or a page, and names no version either, comes
 * from something in between.
 */
export const fromLambda =
  (operation: string) =>
  <Given extends Answer>(answer: Given): Given => {
    const { StatusCode, ExecutedVersion, Payload } = answer;
    const first = Payload?.[0];
    if (StatusCode !== 200 || ExecutedVersion !== undefined || (first !== undefined && first !== lessThan))
      return answer;
    throw new UnexpectedResponseError(
      `${operation}: the answer is none of Lambda's: ${first === undefined ? 'it is empty' : 'it is a page'}. Is there a proxy in between?`,
      { operation, status: StatusCode },
    );
  };

const lessThan = 0x3c;
