import type { SentOperation } from '../transport/sent-operation.js';
import type { Answer, AnswerFunction } from './answer.js';
import { AnswerError } from './answer-error.js';
import { nearestNames } from '../schema/nearest-names.js';

/** What stands for an operation in a test: `StartInstances`, or `EC2:StartInstances` where services share the name. */
type OperationKey = string;

/** An answer, or the function that finds it. */
export type Answering = Answer | AnswerFunction<never>;

/** Holds the answers of a fake AWS: those that are used up in order, and those that stay. */
export class AnswerBook {
  readonly #standing: Map<OperationKey, Answering> = new Map();
  readonly #defaults: Map<OperationKey, Answering>;
  readonly #queued: { key: OperationKey; answer: Answering }[] = [];

  /** `defaults` answer where nothing else does. */
  constructor(defaults: Readonly<Record<string, Answering>> = {}) {
    this.#defaults = new Map(Object.entries(defaults).map(([operation, answer]) => [keyOf(operation), answer]));
  }

  /** Answers all requests of an operation until another answer takes its place. */
  on(operation: string, answer: Answering): void {
    this.#standing.set(keyOf(operation), answer);
  }

  /** Answers one request of an operation, after those that were queued before. */
  once(operation: string, answer: Answering): void {
    this.#queued.push({ key: keyOf(operation), answer });
  }

  /** The answer for a request that has come: a queued one is used up. */
  take(operation: SentOperation): Answering {
    const keys = keysOf(operation);
    const index = this.#queued.findIndex(({ key }) => keys.includes(key));
    const [queued] = index < 0 ? [] : this.#queued.splice(index, 1);
    const answer = queued?.answer ?? this.standing(operation);
    if (answer !== undefined) return answer;
    throw new AnswerError(this.#missing(operation));
  }

  /** The answer that stays, where there is one. */
  standing(operation: SentOperation): Answering | undefined {
    const [qualified, bare] = keysOf(operation);
    return this.#standing.get(qualified) ?? this.#standing.get(bare) ?? this.#defaults.get(qualified);
  }

  #missing({ name, serviceId }: SentOperation): string {
    const near = nearestNames(name, [...this.#standing.keys()]);
    return (
      `fakeAws has no answer for ${name} of ${serviceId}. Write aws.on('${name}', { … }) with the output as the AWS CLI prints it, ` +
      `or aws.once('${name}', …) for one request.${near.length > 0 ? ` There is one for ${near.join(' and ')}.` : ''}`
    );
  }
}

// "Auto Scaling:DescribeTags", "auto-scaling:DescribeTags" and "AutoScaling:DescribeTags" are the same.
const keyOf = (operation: string): OperationKey => {
  const colon = operation.indexOf(':');
  return colon < 0 ? operation : `${fold(operation.slice(0, colon))}:${operation.slice(colon + 1)}`;
};

const keysOf = ({ name, serviceId }: SentOperation): readonly [qualified: OperationKey, bare: OperationKey] => [
  `${fold(serviceId)}:${name}`,
  name,
];

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
