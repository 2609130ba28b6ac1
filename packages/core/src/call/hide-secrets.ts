import { NormalizedSchema } from '@smithy/core/schema';
import { getSmithyContext } from '@smithy/core/transport';

import { sensitiveIn } from '../schema/is-sensitive-at.js';
import { textsIn } from '../schema/texts-in.js';
import { currentCall } from './current-call.js';

interface Attempt {
  readonly input: unknown;
}
type Next = (args: Attempt) => Promise<unknown>;

/** Short texts, such as `true`, say nothing, and stand in many messages. */
const shortest = 8;

/**
 * AWS's messages are quoted in errors, and some of them quote a value of the request. Here every attempt's error is rid of the secrets of its
 * request: those that AWS's schema marks, and those that the declaration marks.
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

/** Takes texts out of all that an error says. */
export const hideSecrets = (error: unknown, secrets: readonly string[]): void => {
  if (!(error instanceof Error)) return;
  const long = secrets.filter((secret) => secret.length >= shortest).sort((one, other) => other.length - one.length);
  if (long.length > 0) hideIn(error, long, ['message', 'stack']);
};

const hideIn = (holder: object, secrets: readonly string[], hidden: readonly string[] = []): void => {
  for (const name of new Set([...hidden, ...Object.keys(holder)])) {
    const value = (holder as Readonly<Record<string, unknown>>)[name];
    // AWS's own document of an error is kept beside its message.
    if (isDocument(value)) hideIn(value, secrets);
    if (typeof value !== 'string') continue;
    const shown = secrets.reduce(withoutText, value);
    if (shown !== value) Object.defineProperty(holder, name, { value: shown });
  }
};

/** What the SDK has read from a document holds neither itself nor anything of Node's. */
const isDocument = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A text that stands within a longer word is not the secret. */
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
