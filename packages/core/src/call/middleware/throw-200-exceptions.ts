import type { Handler, Middleware, Replaced } from './middleware.js';

interface Answered {
  readonly response: { readonly statusCode: number; readonly body?: unknown };
}

/**
 * Detects the errors of S3 that have status 200. The SDK's middleware makes a stream of the response that it has read, and then reads it again. It
 * still makes the errors.
 */
export const throw200Exceptions =
  ({ middleware }: Replaced): Middleware =>
  (next, context) =>
    (async (args: never) => {
      const answered = (await next(args)) as Answered;
      const { body } = answered.response;
      if (
        body instanceof Uint8Array &&
        !endsWithError(body) &&
        !(body.byteLength === 0 && neverEmpty.has(context['commandName']))
      )
        return answered;
      return middleware((async () => answered) as unknown as Handler, context)(args);
    }) as Handler;

/** Commands whose response always has a document. */
const neverEmpty: ReadonlySet<unknown> = new Set([
  'CopyObjectCommand',
  'UploadPartCopyCommand',
  'CompleteMultipartUploadCommand',
]);

const endsWithError = (body: Uint8Array): boolean =>
  Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString('latin1', Math.max(0, body.byteLength - 16))
    .includes('</Error>');
