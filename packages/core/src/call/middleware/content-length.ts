import type { Replaced, Step } from './middleware.js';

interface Arguments {
  readonly request: { readonly headers: Record<string, string>; readonly body?: unknown };
}

/** Adds the length of a body, if it is known. */
export const contentLength = ({ config }: Replaced): Step => {
  const { bodyLengthChecker } = config as { readonly bodyLengthChecker: (body: unknown) => number | undefined };
  return {
    before: ({ request: { headers, body } }: Arguments) => {
      if (!body || Object.keys(headers).some((name) => name.toLowerCase() === 'content-length')) return undefined;
      try {
        const length = bodyLengthChecker(body);
        if (length !== undefined && length !== null) headers['content-length'] = String(length);
      } catch {
        // A stream of unknown length.
      }
      return undefined;
    },
  };
};
