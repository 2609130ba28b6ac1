import { invalid } from './redshift-request.js';

/** Returns an encoded token for the next page of the list `list`. */
export function pageToken(list: string, start: number): string {
  return Buffer.from(`${list} ${start}`).toString('base64url');
}

/** Returns the start of the page of a token; 0 without a token. */
export function pageStart(list: string, token: string | undefined): number {
  if (token === undefined) return 0;
  const [name, start = ''] = Buffer.from(token, 'base64url').toString().split(' ');
  if (name !== list || !/^\d+$/.test(start)) throw invalid('NextToken does not belong to this list.');
  return Number(start);
}
