import type { HttpResponse } from '@smithy/core/protocols';

/** What S3's `GetObject` is asked: whether checksums of the response are to be compared with its content. */
interface ChecksumInput {
  ChecksumMode?: unknown;
}

interface Arguments {
  readonly input: ChecksumInput;
}

/**
 * Keeps the SDK from comparing a checksum with content that it is not about: one over the checksums of parts, which S3 marks as `COMPOSITE`
 * and writes without its `-N` where a range is read, or one of the whole object beside a range of it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export const skipIncomparableChecksum =
  <Args extends Arguments, Result extends { readonly response: HttpResponse }>(next: (args: Args) => Promise<Result>) =>
  async (args: Args): Promise<Result> => {
    const result = await next(args);
    // The SDK's middleware sets this member itself, and looks at it once more when the response is there.
    if (!isComparable(result.response)) delete args.input.ChecksumMode;
    return result;
  };

const isComparable = ({ statusCode, headers }: HttpResponse): boolean =>
  statusCode !== 206 && headers['content-range'] === undefined && headers['x-amz-checksum-type'] !== 'COMPOSITE';
