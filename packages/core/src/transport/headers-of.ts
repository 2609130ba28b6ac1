import type { IncomingMessage } from 'node:http';

/** Returns the headers of a response as texts. Values of a header that is sent several times are joined. */
export const headersOf = ({ headers }: IncomingMessage): Record<string, string> => {
  const all: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) all[name] = typeof value === 'string' ? value : value.join(',');
  }
  return all;
};
