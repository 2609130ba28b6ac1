import { STATUS_CODES } from 'node:http';

import type { Split } from './splits.js';
import { splitNames } from './splits.js';

/** A response without its form on the wire. */
export interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export const formNames = [
  'content-length',
  'content-length, then closed',
  'one chunk',
  'several chunks',
  'until the connection ends',
  'after 100 Continue',
  'after 103 Early Hints',
] as const;
export type Form = (typeof formNames)[number];

/** The rules of a form: how the response marks the end of its body. */
interface FormRule {
  readonly headers: (body: Buffer) => Readonly<Record<string, string>>;
  readonly body: (body: Buffer) => Buffer;
  /** Whether the connection is closed after the response. */
  readonly closes: boolean;
  /** The interim response that is sent before the response. */
  readonly interim: string;
}

const size = (body: Buffer): Readonly<Record<string, string>> => ({ 'content-length': String(body.length) });
const unchanged = (body: Buffer): Buffer => body;
const chunkedHeader = (): Readonly<Record<string, string>> => ({ 'transfer-encoding': 'chunked' });

const rules: Readonly<Record<Form, FormRule>> = {
  'content-length': { headers: size, body: unchanged, closes: false, interim: '' },
  'content-length, then closed': {
    headers: (body) => ({ ...size(body), connection: 'close' }),
    body: unchanged,
    closes: true,
    interim: '',
  },
  'one chunk': { headers: chunkedHeader, body: (body) => chunked(body, 1), closes: false, interim: '' },
  'several chunks': { headers: chunkedHeader, body: (body) => chunked(body, 3), closes: false, interim: '' },
  'until the connection ends': { headers: () => ({ connection: 'close' }), body: unchanged, closes: true, interim: '' },
  'after 100 Continue': { headers: size, body: unchanged, closes: false, interim: 'HTTP/1.1 100 Continue\r\n\r\n' },
  'after 103 Early Hints': {
    headers: size,
    body: unchanged,
    closes: false,
    interim: 'HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n',
  },
};

/** The forms that mark the end of a body in different ways, for cases that do not run in all forms. */
export const mainForms: readonly Form[] = ['content-length', 'one chunk', 'until the connection ends'];

/** Whether the server closes the connection after a response of this form. */
export const closes = (form: Form): boolean => rules[form].closes;

/** Returns the splits that apply to responses of a form. */
export const splitsOf = (form: Form): readonly Split[] => {
  const isChunked = form.includes('chunk');
  const inapplicable: readonly Split[] = [
    ...(isChunked ? [] : (['inside the line of a chunk size', 'before the terminator'] as const)),
    ...(rules[form].closes ? [] : (['before the end of the connection'] as const)),
    ...(rules[form].interim ? [] : (['after the interim response'] as const)),
  ];
  return splitNames.filter((split) => !inapplicable.includes(split));
};

/** Returns the bytes of a response in a form. A response that has no body because of its method or status keeps its headers. */
export const inForm = (form: Form, response: PlainResponse, method: string): Buffer => {
  const { headers, body, interim } = rules[form];
  const bodiless = method === 'HEAD' || response.status === 204 || response.status === 304;
  const { 'content-length': length, ...others } = response.headers;
  const framing = bodiless
    ? {
        ...(method === 'HEAD' && length !== undefined && { 'content-length': length }),
        ...(rules[form].closes && { connection: 'close' }),
      }
    : headers(response.body);
  const head = headOf(response.status, { ...others, ...framing });
  return Buffer.concat([Buffer.from(interim + head, 'latin1'), bodiless ? Buffer.alloc(0) : body(response.body)]);
};

/** Returns the status line and the headers. */
export const headOf = (status: number, headers: Readonly<Record<string, string>>): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`;
};

/** Returns a chunked body. Without content, it consists of the terminator only. */
export const chunked = (body: Buffer, count: number): Buffer => {
  const step = Math.max(1, Math.ceil(body.length / count));
  const starts = Array.from({ length: Math.ceil(body.length / step) }, (_each, index) => index * step);
  const chunks = starts.map((start) => {
    const content = body.subarray(start, start + step);
    return Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n')]);
  });
  return Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]);
};
