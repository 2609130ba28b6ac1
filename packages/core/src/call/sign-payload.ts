import type { HttpRequest } from '@smithy/core/protocols';
import { getSmithyContext } from '@smithy/core/transport';

import type { SettingsSource } from '../settings/settings-source.js';
import { currentCall } from './current-call.js';
import type { PayloadSigning } from './payload-signing.js';

interface Arguments {
  readonly request: HttpRequest;
}

type Next<Args, Result> = (args: Args) => Promise<Result>;

/** The operations whose content is large, as in the AWS CLI. */
const uploads = ['PutObject', 'UploadPart'];

/** The value of S3 for a payload that is not in the signature. https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
const unsignedPayload = 'UNSIGNED-PAYLOAD';

/**
 * A middleware that leaves the content of uploads out of the signature if the request has a checksum, which is signed, and TLS protects it: SHA-256
 * takes longer than all other work of an upload.
 */
export const signPayload =
  (ofSession: PayloadSigning | undefined, settings: SettingsSource) =>
  <Args extends Arguments, Result>(next: Next<Args, Result>, context: object): Next<Args, Result> =>
  async (args) => {
    const { protocol, headers } = args.request;
    const schema = (getSmithyContext(context as never) as { operationSchema?: readonly unknown[] }).operationSchema;
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    const isChecked = names.some((name) => name.startsWith('x-amz-checksum-') || name === 'content-md5');
    if (!uploads.includes(String(schema?.[2])) || !isChecked || names.includes('x-amz-content-sha256'))
      return next(args);
    const chosen =
      currentCall()?.payloadSigning ?? ofSession ?? (await settings.read((all) => all.value('s3PayloadSigning')));
    const isSigned = chosen === 'always' || chosen === true || (protocol !== 'https:' && chosen !== 'never');
    if (!isSigned) headers['x-amz-content-sha256'] = unsignedPayload;
    return next(args);
  };
