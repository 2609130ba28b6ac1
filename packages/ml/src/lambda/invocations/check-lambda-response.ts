import { UnexpectedResponseError } from '@arch/core';

/** The members that identify a response of Lambda. */
interface LambdaResponse {
  readonly StatusCode?: number | undefined;
  readonly ExecutedVersion?: string | undefined;
  readonly Payload?: Uint8Array | undefined;
}

/**
 * Returns a function that throws if a response is not from Lambda. The body alone cannot show it, because it comes from the function: a
 * response without a version whose body is empty or HTML is from a proxy.
 */
export const checkLambdaResponse =
  (operation: string) =>
  <Response extends LambdaResponse>(response: Response): Response => {
    const { StatusCode, ExecutedVersion, Payload } = response;
    const firstByte = Payload?.[0];
    if (StatusCode !== 200 || ExecutedVersion !== undefined || (firstByte !== undefined && firstByte !== lessThan))
      return response;
    throw new UnexpectedResponseError(
      `${operation}: the response is not from Lambda: it is ${firstByte === undefined ? 'empty' : 'HTML'}. Check for a proxy between this machine and AWS.`,
      { operation, status: StatusCode },
    );
  };

const lessThan = 0x3c;
