import type { LayerSamples, Subject } from '../layer.js';
import { deliveryOf, type WireCase } from './cases.js';
import { judgeBad, judgeGood, type Outcome } from './judge.js';
import { plainResult } from './plain-result.js';
import { type Exchange, socketAws, type SocketAws } from './socket-aws.js';
import { type SocketServer, socketServer } from './socket-server.js';

/** The outcome of a call without a network, and the AWS operations that it sends. */
interface Expected {
  readonly outcome: Outcome;
  readonly operations: readonly string[];
}

/** The number of requests after which a new session is used: retries of invalid responses use up the retry budget of a session. */
const requestsOfSession = 60;

/** The servers and sessions for the calls of a layer's functions. */
export class Stage {
  readonly #samples: LayerSamples;
  readonly #servers: ReadonlyMap<WireCase['transport'], SocketServer>;
  readonly #expected: Map<Subject, Expected> = new Map();
  #aws: SocketAws | undefined;
  #requests = 0;
  #left = 0;

  static async open(samples: LayerSamples): Promise<Stage> {
    return new Stage(
      samples,
      new Map([
        ['TCP', await socketServer('TCP')],
        ['TLS', await socketServer('TLS')],
      ]),
    );
  }

  private constructor(samples: LayerSamples, servers: ReadonlyMap<WireCase['transport'], SocketServer>) {
    this.#samples = samples;
    this.#servers = servers;
  }

  /** Returns the AWS operations that a successful call of a function sends, each once. */
  async operationsOf(subject: Subject): Promise<readonly string[]> {
    return [...new Set((await this.#expectedOf(subject)).operations)];
  }

  /**
   * Plays one case. A valid case determines all responses, an invalid case only the responses to one operation. Returns the problems of the
   * call's outcome.
   */
  async play(subject: Subject, wireCase: WireCase, target: string | undefined): Promise<readonly string[]> {
    const { transport } = wireCase;
    const expected = await this.#expectedOf(subject);
    const server = this.#servers.get(transport)!;
    const before = server.arrived;
    const sent: Buffer[] = [];
    const isTarget = ({ operation }: Exchange): boolean => target === undefined || operation.name === target;
    const respond = (exchange: Exchange): ReturnType<typeof deliveryOf> => {
      const own = isTarget(exchange);
      const delivery = deliveryOf(own ? wireCase : { ...inOneWrite, transport }, exchange.good, exchange.method);
      if (own) sent.push(Buffer.concat(delivery.pieces));
      return delivery;
    };
    const { outcome, exchanges } = await this.#call(subject, { server, respond }, target !== undefined);
    await server.settled();
    if (target !== undefined) await server.drop();
    const played = { subject, wireCase, exchanges: exchanges.filter(isTarget), sent, outcome };
    const arrived = server.arrived - before;
    return [
      ...(target === undefined ? judgeGood(played, expected.outcome, expected.operations) : judgeBad(played)),
      // A step that fails aborts parallel steps, some of them before they have been sent.
      ...(arrived === exchanges.length || (target !== undefined && arrived < exchanges.length)
        ? []
        : [`${arrived} requests arrived instead of ${exchanges.length}`]),
    ];
  }

  /** Closes the session. Returns the number of connections that sessions have left open. */
  async closeSession(): Promise<number> {
    await this.#aws?.[Symbol.asyncDispose]();
    this.#aws = undefined;
    this.#requests = 0;
    for (const server of this.#servers.values()) this.#left += await server.closeRest();
    return this.#left;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.closeSession();
    for (const server of this.#servers.values()) await server[Symbol.asyncDispose]();
  }

  async #expectedOf(subject: Subject): Promise<Expected> {
    const known = this.#expected.get(subject);
    if (known) return known;
    const { outcome, exchanges } = await this.#call(subject, undefined, false);
    const expected = { outcome, operations: exchanges.map(({ operation }) => operation.name) };
    this.#expected.set(subject, expected);
    return expected;
  }

  async #call(
    subject: Subject,
    scene: Parameters<SocketAws['set']>[0],
    isBad: boolean,
  ): Promise<{ readonly outcome: Outcome; readonly exchanges: readonly Exchange[] }> {
    if (this.#requests > requestsOfSession) await this.closeSession();
    this.#aws ??= socketAws(this.#samples);
    const { session } = this.#aws;
    const exchanges = this.#aws.set(scene);
    // A waiter that receives only invalid responses would repeat its check for days of the fake clock.
    const limit = subject.kind === 'waiter' && isBad ? { timeoutMs: 30_000 } : {};
    const outcome = await outcomeOf(subject.call(subject.input, { session, ...limit }));
    this.#requests += exchanges.length;
    return { outcome, exchanges };
  }
}

const inOneWrite = { kind: 'good', form: 'content-length', split: 'in one write' } as const;

const outcomeOf = async (call: Promise<unknown>): Promise<Outcome> => {
  try {
    return { value: await plainResult(await call) };
  } catch (error) {
    return { error };
  }
};
