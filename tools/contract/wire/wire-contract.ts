import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, type Subject, subjectsOf } from '../layer.js';
import { casesOf, deliveryOf, type Kind, kinds, titleOf, type WireCase } from './cases.js';
import { judgeBad, judgeGood, type Outcome } from './judge.js';
import { watchLeftOver } from './left-over.js';
import { plainResult } from './plain-result.js';
import { randomFor, seed } from './random.js';
import { type Exchange, socketAws, type SocketAws } from './socket-aws.js';
import { type SocketServer, socketServer } from './socket-server.js';

const isFull = process.env['ARCH_MATRIX'] === 'full';

const titles: Readonly<Record<Kind, string>> = {
  good: 'is read once, and its request is sent once, however it arrives',
  empty: 'that is empty is never a result',
  foreign: 'that somebody else gives with status 200 is never a result',
  'error page': 'that somebody else gives with an error status says nothing about the resource or the caller',
  truncated: 'that breaks off is never a result',
  'more than one document': 'that goes on after its document is never a result',
};

/**
 * Every function reads its responses over real sockets, in all forms and splits, good and bad. One case per function and kind is chosen
 * by ARCH_SEED; ARCH_MATRIX=full takes them all.
 */
export const describeWire = (exports: object, samples: LayerSamples): void => {
  const servers = new Map<WireCase['transport'], SocketServer>();
  beforeAll(async () => {
    for (const transport of ['TCP', 'TLS'] as const) servers.set(transport, await socketServer(transport));
  });
  afterAll(async () => {
    for (const server of servers.values()) await server[Symbol.asyncDispose]();
  });
  describe('on the wire', () => {
    for (const subject of subjectsOf(exports, samples)) {
      if (samples.withoutRequest?.includes(subject.name)) continue;
      describe(`a response to ${subject.name}`, () => describeSubject(new Stage(subject, samples, servers)));
    }
  });
};

const describeSubject = (stage: Stage): void => {
  let leftOver: () => Promise<readonly string[]>;
  beforeAll(() => {
    leftOver = watchLeftOver();
  });
  for (const kind of kinds) it(titles[kind], () => playAll(stage, kind));
  it('leaves no socket and no timer', async () => {
    expect(await stage.close(), 'connections').toBe(0);
    expect(await leftOver()).toEqual([]);
  });
};

/** Plays the cases of a kind, and fails with all that is wrong. */
const playAll = async (stage: Stage, kind: Kind): Promise<void> => {
  const { name } = stage.subject;
  const random = randomFor(`${name}/${kind}`);
  const cases = isFull ? casesOf(kind) : [random.pick(casesOf(kind))];
  const { distinct } = await stage.expected;
  const failures: string[] = [];
  for (const [index, wireCase] of cases.entries()) {
    const operation = isFull ? distinct[index % distinct.length] : random.pick(distinct);
    const target = kind === 'good' ? undefined : operation;
    const problems = await stage.play(wireCase, target);
    if (problems.length > 0) failures.push(`${titleOf(wireCase)}, ${target ?? 'all'}: ${problems.join('; ')}`);
  }
  if (failures.length === 0) return;
  const more = failures.length > 10 ? `\n… and ${failures.length - 10} more` : '';
  const again = isFull ? 'ARCH_MATRIX=full' : `ARCH_SEED=${seed}`;
  expect.fail(
    `${name}, ${failures.length} of ${cases.length} cases; again with ${again}:\n${failures.slice(0, 10).join('\n')}${more}`,
  );
};

interface Expected {
  readonly outcome: Outcome;
  readonly operations: readonly string[];
  readonly distinct: readonly string[];
}

/** Retries draw on a budget of the session, and bad responses are retried. */
const casesOfSession = 10;

/** A function and the sockets over which it is called. */
class Stage {
  readonly subject: Subject;
  readonly #samples: LayerSamples;
  readonly #servers: ReadonlyMap<WireCase['transport'], SocketServer>;
  #expected: Promise<Expected> | undefined;
  #aws: SocketAws | undefined;
  #played = 0;
  #left = 0;

  constructor(subject: Subject, samples: LayerSamples, servers: ReadonlyMap<WireCase['transport'], SocketServer>) {
    this.subject = subject;
    this.#samples = samples;
    this.#servers = servers;
  }

  /** How the same call ends through `fakeAws()`. */
  get expected(): Promise<Expected> {
    return (this.#expected ??= findExpected(this.subject, this.#samples));
  }

  /** Plays one case: all responses of a good one, and those of one operation of a bad one, arrive as it says. Returns what is wrong. */
  async play(wireCase: WireCase, target: string | undefined): Promise<readonly string[]> {
    const { transport } = wireCase;
    const { outcome: expected, operations } = await this.expected;
    const server = this.#servers.get(transport)!;
    const before = server.arrived;
    const sent: Buffer[] = [];
    const isTarget = ({ operation }: Exchange): boolean => target === undefined || operation.name === target;
    const aws = await this.#open();
    const exchanges = aws.set({
      server,
      respond: (exchange) => {
        const each = isTarget(exchange) ? wireCase : ({ ...inOneWrite, transport } satisfies WireCase);
        const delivery = deliveryOf(each, exchange.good, exchange.method);
        if (each === wireCase) sent.push(Buffer.concat(delivery.pieces));
        return delivery;
      },
    });
    const { subject } = this;
    const options = { session: aws.session, ...limitOf(subject, target) };
    const outcome = await outcomeOf(subject.call(subject.input, options));
    const played = { subject, wireCase, exchanges: exchanges.filter(isTarget), sent, outcome };
    const arrived = server.arrived - before;
    return [
      ...(target === undefined ? judgeGood(played, expected, operations) : judgeBad(played)),
      ...(arrived === exchanges.length ? [] : [`${arrived} requests arrived instead of ${exchanges.length}`]),
    ];
  }

  async #open(): Promise<SocketAws> {
    if (this.#played++ % casesOfSession === 0) await this.close();
    return (this.#aws ??= socketAws(this.#samples));
  }

  /** Closes the session; returns how many connections it left open. */
  async close(): Promise<number> {
    await this.#aws?.[Symbol.asyncDispose]();
    this.#aws = undefined;
    for (const server of this.#servers.values()) this.#left += await server.closeRest();
    return this.#left;
  }
}

const inOneWrite = { kind: 'good', form: 'content-length', split: 'in one write' } as const;

const findExpected = async (subject: Subject, samples: LayerSamples): Promise<Expected> => {
  await using aws = awsWith(samples);
  const outcome = await outcomeOf(subject.call(subject.input, { session: aws.session }));
  const operations = aws.requests.map(({ operation }) => operation);
  return { outcome, operations, distinct: [...new Set(operations)] };
};

/** A waiter that meets nothing but bad responses would ask for days of the fake clock. */
const limitOf = ({ kind }: Subject, target: string | undefined): object =>
  kind === 'waiter' && target !== undefined ? { timeoutMs: 30_000 } : {};

const outcomeOf = async (call: Promise<unknown>): Promise<Outcome> => {
  try {
    return { value: await plainResult(await call) };
  } catch (error) {
    return { error };
  }
};
