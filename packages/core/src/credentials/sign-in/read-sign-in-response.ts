import { ServiceException } from '@smithy/core/client';
import { type HttpResponse } from '@smithy/core/protocols';
import { streamCollector } from '@smithy/node-http-handler';
import type { ResponseMetadata } from '@smithy/types';

/** Reads the JSON of a response. Throws the error of a response that is one; its `name` is AWS's code. */
export const readSignInResponse = async <Output extends { response: unknown }>(
  result: Output,
): Promise<Output & { output: SignInOutput }> => {
  const response = result.response as HttpResponse;
  const { statusCode, headers } = response;
  const text = new TextDecoder().decode(await streamCollector(response.body));
  const requestId = headers['x-amzn-requestid'];
  const $metadata = { httpStatusCode: statusCode, ...(requestId !== undefined && { requestId }) };
  const body = parse(text);
  if (statusCode < 300 && body) return { ...result, output: { $metadata, body } };
  const { message, Message, code, __type, ...rest } = (body ?? {}) as ErrorBody;
  const error = new ServiceException({
    name: nameOf(headers['x-amzn-errortype'] ?? code ?? __type) ?? 'UnexpectedResponse',
    message: message ?? Message ?? `HTTP ${statusCode} without an error of AWS`,
    $fault: statusCode < 500 ? 'client' : 'server',
    $metadata,
  });
  throw Object.assign(Object.defineProperty(error, '$response', { value: response, enumerable: false }), rest);
};

/** The arguments that the retries of the SDK pass on. */
export interface SignInOutput {
  readonly $metadata: ResponseMetadata;
  readonly body: object;
}

interface ErrorBody {
  readonly message?: string;
  readonly Message?: string;
  readonly code?: string;
  readonly __type?: string;
}

/** Returns undefined for what is not a JSON object, a proxy's page for example. */
const parse = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

/** `com.amazonaws.sso#UnauthorizedException:http://…` as `UnauthorizedException`. */
const nameOf = (text: string | undefined): string | undefined => text?.split(/[,:]/)[0]?.replace(/^.*#/, '');
