import type { HttpResponse } from '@smithy/core/protocols';

/** Input of S3's `GetObject`: `ENABLED` makes the SDK compare checksums of the response with its content. */
interface ChecksumInput {
  ChecksumMode?: unknown;
}

interface Arguments {
  readonly input: ChecksumInput;
}

/**
 * A middleware that prevents the SDK from comparing a checksum with other content than its own: a checksum over the checksums of parts, which
 * S3 marks as `COMPOSITE` and sends without its `-N` for a range, or a checksum of the whole object with a range of it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export const skipIncomparableChecksum =
  <Args extends Arguments, Result extends { readonly response: HttpResponse }>(next: (args: Args) => Promise<Result>) =>
  async (args: Args): Promise<Result> => {
    const result = await next(args);
    // The SDK's middleware sets this member itself, and reads it again when the response arrives.
    if (!isComparable(result.response)) delete args.input.ChecksumMode;
    return result;
  };

const isComparable = ({ statusCode, headers }: HttpResponse): boolean =>
  statusCode !== 206 && headers['content-range'] === undefined && headers['x-amz-checksum-type'] !== 'COMPOSITE';
