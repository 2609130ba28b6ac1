import { mentionsId } from '../translation/mentions-id.js';
import { publish } from '../events/publish.js';
import { toPermission } from '../declaration/permission.js';
import { sendRequest } from '../declaration/send.js';
import { effectOf } from '../declaration/effect-of.js';
import type { Call } from '../call/call.js';
import { runCall } from '../call/start-call.js';
import { realTimers } from '../clock/real-timers.js';
import { metadataOf, type ResponseMetadata } from '../transport/response-metadata.js';
import type { BatchDeclaration } from '../declaration/batch-declaration.js';
import type { Caller, Group } from './group.js';

/** Number of parallel requests when each caller needs its own request. */
const singleRequestConcurrency = 10;

/** Sends a group in requests of the maximum size, and settles each caller with its item or its error. */
export const sendBatch = (group: Group): void => {
  const parts = partsOf(group.callers, group.declaration.batch?.limit ?? 1);
  // One request per turn of the event loop: the first is sent while the others are built.
  const send = (): void => {
    const { value: callers } = parts.next();
    if (!callers) return;
    realTimers.setImmediate(send);
    void sendGroup({ ...group, callers });
  };
  send();
};

/** Splits the callers into parts of at most `limit` IDs. */
function* partsOf(callers: Caller[], limit: number): Generator<Caller[], undefined, undefined> {
  const ids = new Set(callers.map(({ id }) => id));
  // Fast path: usually all IDs differ.
  const isOneEach = ids.size === callers.length;
  const byId = isOneEach ? undefined : [...Map.groupBy(callers, ({ id }) => id).values()];
  for (let from = 0; from < ids.size; from += limit)
    yield byId ? byId.slice(from, from + limit).flat() : callers.slice(from, from + limit);
}

const sendGroup = async (group: Group): Promise<void> => {
  const callers = group.callers.filter(({ call }) => !call.aborted);
  if (callers.length === 0) return;
  try {
    const { items, metadata } = await request({ ...group, callers });
    for (const caller of callers) caller.resolve(items.get(caller.id), metadata);
  } catch (error) {
    await settle({ ...group, callers }, error);
  }
};

interface Items {
  readonly items: ReadonlyMap<string, unknown>;
  readonly metadata: ResponseMetadata | undefined;
}

/** Sends one request for the IDs of all callers. It is cancelled when all callers have cancelled. */
const request = async ({ declaration, session, rest, callers }: Group): Promise<Items> => {
  const batch = declaration.batch;
  if (!batch) throw new TypeError(`${declaration.name} has no batch in its declaration`);
  const ids = [...new Set(callers.map(({ id }) => id))];
  const everyone = new AbortController();
  let waiting = callers.length;
  const callerLeft = (): void => {
    if (--waiting === 0) everyone.abort(new DOMException('All callers cancelled the request', 'AbortError'));
  };
  const first = callers[0]!.call;
  const listeners = callers.every(({ call }) => call.listeners === first.listeners)
    ? first.listeners
    : [...new Set(callers.flatMap(({ call }) => call.listeners))];
  let shared: Call | undefined;
  for (const { call } of callers) {
    call.phase = 'waiting for a response';
  }
  const releases = callers.map(({ call }) => call.onAbort(callerLeft));
  if (callers.length > 1) {
    publish(listeners, 'batch', () => ({
      operation: declaration.name,
      atMs: session.clock.now(),
      calls: callers.length,
      ids: ids.length,
    }));
  }
  try {
    const response = await runCall(
      {
        operation: declaration.name,
        clock: session.clock,
        listeners,
        attemptMs: first.attemptMs,
        maxAttempts: () => first.maxAttempts,
        timeoutMs: callers.reduce((most, { timeoutMs }) => Math.max(most, timeoutMs), 0),
        limit: 'call',
        signal: everyone.signal,
        effect: effectOf(declaration),
        lead: first,
      },
      (joined) => {
        shared = joined;
        for (const { call } of callers) call.joined = shared;
        return sendRequest(declaration, { ...rest, [batch.ids]: ids }, session);
      },
    );
    return { items: itemsById(batch, ids, response), metadata: metadataOf(response) };
  } finally {
    for (const release of releases) release();
    for (const { call } of callers) {
      call.joined = undefined;
      call.isAmbiguous = shared?.isAmbiguous ?? false;
    }
  }
};

const itemsById = (
  { items, id = '' }: BatchDeclaration<unknown>,
  ids: readonly string[],
  response: unknown,
): Map<string, unknown> =>
  items
    ? new Map((items(response) ?? []).map((item) => [String((item as Record<string, unknown>)[id]), item]))
    : new Map(ids.map((each) => [each, response]));

/** Rejects the callers whose ID the error names, and sends the others again. */
const settle = async (group: Group, error: unknown): Promise<void> => {
  const { callers } = group;
  const message = error instanceof Error ? error.message : '';
  const named = new Set(callers.map(({ id }) => id).filter((id) => mentionsId(message, id)));
  const ids = new Set(callers.map(({ id }) => id));
  if (ids.size === 1 || !isRefusal(group, error)) return callers.forEach(({ reject }) => reject(error));
  if (named.size > 0) {
    const [theirs, others] = partition(callers, ({ id }) => named.has(id));
    theirs.forEach(({ reject }) => reject(error));
    return sendGroup({ ...group, callers: others });
  }
  const waiting = [...Map.groupBy(callers, ({ id }) => id).values()];
  const worker = async (): Promise<void> => {
    for (let own = waiting.pop(); own; own = waiting.pop()) await sendGroup({ ...group, callers: own });
  };
  await Promise.all(Array.from({ length: singleRequestConcurrency }, worker));
};

/** Whether AWS rejected the content of the request. Throttling and outages concern all callers, and single requests would make them worse. */
const isRefusal = ({ declaration }: Group, error: unknown): boolean => {
  // An abort reason can be any value, also null.
  const { $fault, $metadata, name, Code } = (error ?? {}) as {
    $fault?: string;
    $metadata?: { httpStatusCode?: number };
    name?: string;
    Code?: string;
  };
  if ($fault !== 'client' || $metadata?.httpStatusCode === 429 || ($metadata?.httpStatusCode ?? 0) >= 500) return false;
  if (
    /throttl|LimitExceeded|SlowDown|AuthFailure|Token|Signature|AccessKey|RequestExpired|OptInRequired/i.test(
      `${Code ?? ''} ${name ?? ''}`,
    )
  )
    return false;
  const denied = /Unauthorized|AccessDenied/.test(`${Code ?? ''} ${name ?? ''}`);
  return !denied || declaration.permissions.some((each) => (toPermission(each).resources ?? []).length > 0);
};

const partition = (callers: readonly Caller[], test: (caller: Caller) => boolean): [Caller[], Caller[]] => [
  callers.filter(test),
  callers.filter((caller) => !test(caller)),
];
