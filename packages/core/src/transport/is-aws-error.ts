import { firstCharacter } from './quotable.js';
import { rootName } from './root-name.js';

const errorRoots = new Set(['Error', 'ErrorResponse', 'Response', 'Errors']);
const errorHeaders = ['x-amzn-errortype', 'x-amzn-query-error'];

/** Whether a root element is one of AWS's error documents. */
export const isErrorRoot = (root: string | undefined): boolean => root !== undefined && errorRoots.has(root);

/** Whether the response to a failed request is an AWS error, by its headers or its document. */
export const isAwsError = (
  format: 'xml' | 'json',
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): boolean => {
  if (errorHeaders.some((name) => headers[name] !== undefined)) return true;
  if (format === 'xml') return isErrorRoot(rootName(bytes)) && codeOf(bytes) !== '';
  return firstCharacter(bytes) === '{' && hasErrorCode(bytes);
};

const hasErrorCode = (bytes: Uint8Array): boolean => {
  try {
    const { __type, code, Code } = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
    return [__type, code, Code].some((each) => typeof each === 'string' && each !== '');
  } catch {
    // A truncated document counts as an AWS error: the SDK then fails to read it and reports that.
    return /"(?:__type|code|Code)"\s*:\s*"/.test(Buffer.from(bytes).toString());
  }
};

const codeOf = (bytes: Uint8Array): string =>
  /<Code>\s*([\w.:#-]{1,200})\s*<\/Code>/.exec(Buffer.from(bytes).toString())?.[1] ?? '';

/** Returns the real status of an error that S3 sent with status 200: S3 starts some responses before the work is completed. */
export const statusOfError = (bytes: Uint8Array): number => {
  const code = codeOf(bytes);
  if (code === 'InternalError') return 500;
  return code === 'SlowDown' || code === 'ServiceUnavailable' ? 503 : 400;
};
