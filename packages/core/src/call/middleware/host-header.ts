import type { Step } from './middleware.js';

interface Arguments {
  readonly request: {
    readonly hostname: string;
    readonly port?: number | undefined;
    readonly headers: Record<string, string>;
  };
}

/** Adds the host. The requests of a session use HTTP/1.1. */
export const hostHeader = (): Step => ({
  before: ({ request: { headers, hostname, port } }: Arguments) => {
    headers['host'] ??= port === undefined || port === null ? hostname : `${hostname}:${port}`;
    return undefined;
  },
});
