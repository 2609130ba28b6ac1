// PROVISIONAL: stands until the finished encoder replaces it.
import { NormalizedSchema } from '@smithy/core/schema';

export interface XmlOperation { readonly name: string; readonly schema: readonly unknown[]; readonly protocol: string; readonly xmlNamespace?: string | undefined }

const escape = (value: unknown): string => String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');

const element = (schema: NormalizedSchema, tag: string, value: unknown): string => {
  if (schema.isListSchema()) {
    const item = schema.getValueSchema(); const inner = (item.getMergedTraits() as { xmlName?: string }).xmlName ?? 'member';
    const flat = (schema.getMergedTraits() as { xmlFlattened?: unknown }).xmlFlattened;
    if (flat) return (value as unknown[]).map((each) => element(item, tag, each)).join('');
    return `<${tag}>${(value as unknown[]).map((each) => element(item, inner, each)).join('')}</${tag}>`;
  }
  if (schema.isStructSchema()) return `<${tag}>${structure(schema, value as Record<string, unknown>)}</${tag}>`;
  if (value instanceof Date) return `<${tag}>${value.toISOString()}</${tag}>`;
  if (value instanceof Uint8Array) return `<${tag}>${Buffer.from(value).toString('base64')}</${tag}>`;
  return `<${tag}>${escape(value)}</${tag}>`;
};

const structure = (schema: NormalizedSchema, value: Record<string, unknown>): string =>
  [...schema.structIterator()].map(([name, member]) => (value[name] === undefined ? '' : element(member, (member.getMemberTraits() as { xmlName?: string }).xmlName ?? name, value[name]))).join('');

export const encodeXml = (operation: XmlOperation, value: Readonly<Record<string, unknown>>, requestId: string): string => {
  const output = NormalizedSchema.of(operation.schema[5] as never);
  const inner = output.isUnitSchema() ? '' : structure(output, value as Record<string, unknown>);
  if (operation.protocol.endsWith('ec2Query')) return `<${operation.name}Response xmlns="${operation.xmlNamespace ?? ''}"><requestId>${requestId}</requestId>${inner}</${operation.name}Response>`;
  return `<${operation.name}Response xmlns="${operation.xmlNamespace ?? ''}"><${operation.name}Result>${inner}</${operation.name}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation.name}Response>`;
};
