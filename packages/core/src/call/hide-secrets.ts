import { NormalizedSchema } from '@smithy/core/schema';
import { getSmithyContext } from '@smithy/core/transport';

import { sensitiveIn } from '../schema/is-sensitive-at.js';
import { textsIn } from '../schema/texts-in.js';
import { currentCall } from './current-call.js';

interface Attempt {
  readonly input: unknown;
}
type Next = (args: Attempt) => Promise<unknown>;

/** Shorter texts, such as `true`, are not hidden: they occur in many messages. */
const shortest = 8;

/**
 * Removes the secrets of the request from the error of each attempt: the members that AWS's schema or our declaration marks as secret. Errors
 * quote AWS's messages, and some of these quote values of the request.
 */
export const hideSecretsMiddleware =
  (next: Next, context: Record<string, unknown>) =>
  async (args: Attempt): Promise<unknown> => {
    const call = currentCall();
    try {
      return await next(args);
    } catch (error) {
      const { operationSchema } = getSmithyContext(context) as { readonly operationSchema?: readonly unknown[] };
      const request = operationSchema?.[4];
      const sensitive = request ? sensitiveIn(NormalizedSchema.of(request as never), args.input).flatMap(textsIn) : [];
      hideSecrets(error, [...sensitive, ...(call?.allSecrets() ?? [])]);
      throw error;
    }
  };

/** Replaces secrets in the message, the stack and all other members of an error. */
export const hideSecrets = (error: unknown, secrets: readonly string[]): void => {
  if (!(error instanceof Error)) return;
  const long = secrets.filter((secret) => secret.length >= shortest).sort((one, other) => other.length - one.length);
  if (long.length > 0) hideIn(error, long, ['message', 'stack']);
};

const hideIn = (holder: object, secrets: readonly string[], hidden: readonly string[] = []): void => {
  for (const name of new Set([...hidden, ...Object.keys(holder)])) {
    const value = (holder as Readonly<Record<string, unknown>>)[name];
    // The SDK keeps AWS's error document in a member of the error.
    if (isDocument(value)) hideIn(value, secrets);
    if (typeof value !== 'string') continue;
    const shown = secrets.reduce(withoutText, value);
    if (shown !== value) Object.defineProperty(holder, name, { value: shown });
  }
};

/** Plain objects only: documents that the SDK has read have no cycles and contain no objects of Node.js. */
const isDocument = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Replaces a secret in a text, but not as a part of a longer word. */
const withoutText = (text: string, secret: string): string => {
  let shown = '';
  let from = 0;
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
    const end = at + secret.length;
    if (/[\w-]/.test(text[at - 1] ?? ' ') || /[\w-]/.test(text[end] ?? ' ')) continue;
    shown += `${text.slice(from, at)}(not shown)`;
    from = end;
  }
  return shown + text.slice(from);
};
