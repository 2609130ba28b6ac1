import type { BodyKind } from './body-kind.js';
import type { PlainResponse } from './forms.js';

/** Pages and documents that somebody between us and AWS sends, longer than what an error may quote. */
const filler =
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore. ';
export const pages = {
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
} as const;

export type Page = keyof typeof pages;
export const pageNames = Object.keys(pages) as readonly Page[];

/** The statuses with which proxies send their pages. */
export const pageStatuses = [403, 404, 429, 502, 503] as const;

/** A page in the place of the response: nothing of the service's own headers is left. */
export const pageResponse = (page: Page, status: number): PlainResponse => ({
  status,
  headers: { 'content-type': pages[page].type, via: '1.1 proxy' },
  body: Buffer.from(pages[page].text),
});

/** Whether a page with status 200 shows: content may be anything, and a body that nobody reads is foreign only where it is a page for people. */
export const isForeign = (page: Page, kind: BodyKind): boolean =>
  kind === 'document' || (kind === 'none' && page === 'an HTML page');

/** Places at which a body breaks off. */
export const breaks = {
  'before its first byte': () => 0,
  'after its first byte': () => 1,
  'in its middle': (length: number) => length >> 1,
  'before its last byte': (length: number) => length - 1,
} as const;

export type Break = keyof typeof breaks;
export const breakNames = Object.keys(breaks) as readonly Break[];

/** What follows the document in a body. */
export const trailers = {
  'another element': '<more/>',
  'another object': '{"more":1}',
  text: ' and more',
  'a page': pages['an HTML page'].text,
} as const;

export type Trailer = keyof typeof trailers;
export const trailerNames = Object.keys(trailers) as readonly Trailer[];

export const withBody = (response: PlainResponse, body: Buffer): PlainResponse => ({ ...response, body });
