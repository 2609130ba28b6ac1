import { decorateServiceException, ServiceException } from '@smithy/core/client';
import { extendedEncodeURIComponent, RpcProtocol, SerdeContext } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { OperationSchema, Schema } from '@smithy/types';

import { type Elements, readElements } from './read-elements.js';

/** The settings of the client for its protocol. */
interface Settings {
  readonly defaultNamespace: string;
  readonly version: string;
}

/**
 * The query protocol as far as the credentials of STS need it: it writes texts and numbers, and reads documents without lists. The protocol of the SDK
 * takes ten times the space, in every bundle.
 */
export class StsProtocol extends RpcProtocol {
  protected override serializer: FormWriter = new FormWriter();
  protected override deserializer: ElementReader = new ElementReader();
  readonly #version: string;

  constructor(settings: Settings) {
    super(settings);
    this.#version = settings.version;
  }

  override getShapeId(): string {
    return 'aws.protocols#awsQuery';
  }

  override getPayloadCodec(): never {
    return undefined as never;
  }

  override async serializeRequest(
    operation: OperationSchema,
    input: object,
    context: never,
  ): ReturnType<RpcProtocol['serializeRequest']> {
    const request = await super.serializeRequest(operation, input, context);
    if (!request.path.endsWith('/')) request.path += '/';
    request.headers['content-type'] = 'application/x-www-form-urlencoded';
    request.body = `Action=${operation.name}&Version=${this.#version}${request.body as string}`;
    return request;
  }

  protected override async handleError(...args: Parameters<RpcProtocol['handleError']>): Promise<never> {
    const [, , { statusCode }, document, $metadata] = args;
    const { Error: found = {} } = document as { readonly Error?: Partial<Record<string, string>> };
    const code = found['Code'] ?? (statusCode === 404 ? 'NotFound' : 'Unknown');
    const message = found['Message'] ?? found['message'] ?? 'Unknown';
    const $fault = statusCode < 500 ? 'client' : 'server';
    const isModeled = modeled.has(code);
    const error = new ServiceException({
      name: isModeled && !code.endsWith('Exception') ? `${code}Exception` : code,
      $fault,
      $metadata,
    });
    const { Type, Code } = found;
    Object.assign(error, { message, $metadata, Type, Code, Error: { Type, Code, Message: message } });
    if (code === 'IDPCommunicationError') Object.assign(error, { $retryable: {} });
    throw decorateServiceException(error, isModeled ? (document as object) : {});
  }
}

/** The codes for which the SDK has a class. */
const modeled: ReadonlySet<string> = new Set([
  'ExpiredTokenException',
  'IDPCommunicationError',
  'IDPRejectedClaim',
  'InvalidIdentityToken',
  'MalformedPolicyDocument',
  'PackedPolicyTooLarge',
  'RegionDisabledException',
]);

/** Writes the members of an input as fields of a form. */
class FormWriter extends SerdeContext {
  #form = '';

  write(schema: Schema, input: Readonly<Record<string, unknown>>): void {
    for (const [name] of NormalizedSchema.of(schema).structIterator()) {
      const value = input[name];
      if (value === undefined || value === null) continue;
      this.#form += `&${name}=${extendedEncodeURIComponent(String(value))}`;
    }
  }

  flush(): string {
    const form = this.#form;
    this.#form = '';
    return form;
  }
}

/** Reads the output of a response, or its error. */
class ElementReader extends SerdeContext {
  read(schema: Schema, bytes: Uint8Array): unknown {
    const [content] = Object.values(readElements(Buffer.from(bytes).toString()));
    const found = NormalizedSchema.of(schema);
    if (!found.isStructSchema()) return content;
    const name = Object.keys(content!).find((each) => each.endsWith('Result'));
    return name === undefined ? {} : valueOf(found, (content as Elements)[name]!);
  }
}

const valueOf = (schema: NormalizedSchema, content: Elements | string): unknown => {
  if (schema.isStructSchema()) {
    const members: Record<string, unknown> = {};
    if (typeof content === 'string') return members;
    for (const [name, member] of schema.structIterator())
      if (Object.hasOwn(content, name)) members[name] = valueOf(member, content[name]!);
    return members;
  }
  if (typeof content !== 'string') return undefined;
  if (schema.isTimestampSchema()) return timeOf(content);
  return schema.isNumericSchema() ? Number(content) : content;
};

const timeOf = (text: string): Date => {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new TypeError('a time is invalid');
  return time;
};
