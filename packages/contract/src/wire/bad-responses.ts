import type { BodyKind } from './body-kind.js';
import type { PlainResponse } from './forms.js';

/** A text that is longer than the part of a page that an error may quote. */
const filler =
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore. ';

/** Pages and documents that a proxy between the client and AWS sends. */
export const pageNames = [
  'an HTML page',
  'XML with a foreign root',
  'a JSON array',
  'JSON without a member of the output',
  'plain text',
] as const;
export type Page = (typeof pageNames)[number];

const pages: Readonly<Record<Page, { readonly type: string; readonly text: string }>> = {
  'an HTML page': {
    type: 'text/html',
    text: `<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Sign in</h1><p>${filler}</p></body></html>`,
  },
  'XML with a foreign root': {
    type: 'application/xml',
    text: `<?xml version="1.0"?>\n<note><to>you</to><text>${filler}</text></note>`,
  },
  'a JSON array': { type: 'application/json', text: JSON.stringify(['proxy', filler]) },
  'JSON without a member of the output': { type: 'application/json', text: JSON.stringify({ proxySays: filler }) },
  'plain text': { type: 'text/plain', text: `Please sign in. ${filler}` },
};

/** The statuses with which proxies send their pages. */
export const pageStatuses = [403, 404, 429, 502, 503] as const;

/** Returns a response that contains a page and none of the service's own headers. */
export const pageResponse = (page: Page, status: number): PlainResponse => ({
  status,
  headers: { 'content-type': pages[page].type, via: '1.1 proxy' },
  body: Buffer.from(pages[page].text),
});

/** Whether a page with status 200 is detected. User content may be anything; an operation without a body detects only HTML pages. */
export const isForeign = (page: Page, kind: BodyKind): boolean =>
  kind === 'document' || (kind === 'none' && page === 'an HTML page');

/** Places at which a body ends too early. */
export const breakNames = [
  'before its first byte',
  'after its first byte',
  'in its middle',
  'before its last byte',
] as const;
export type Break = (typeof breakNames)[number];

export const breaks: Readonly<Record<Break, (length: number) => number>> = {
  'before its first byte': () => 0,
  'after its first byte': () => 1,
  'in its middle': (length) => length >> 1,
  'before its last byte': (length) => length - 1,
};

/** Data after the document in a body. */
export const trailerNames = ['another element', 'another object', 'text', 'a page'] as const;
export type Trailer = (typeof trailerNames)[number];

export const trailers: Readonly<Record<Trailer, string>> = {
  'another element': '<more/>',
  'another object': '{"more":1}',
  text: ' and more',
  'a page': pages['an HTML page'].text,
};

export const withBody = (response: PlainResponse, body: Buffer): PlainResponse => ({ ...response, body });
