import type { SentOperation } from '../transport/sent-operation.js';
import type { Answer, AnswerFunction } from './answer.js';
import { AnswerError } from './answer-error.js';
import { nearestNames } from '../schema/nearest-names.js';

/** The name of an operation in a test: `StartInstances`, or `EC2:StartInstances` if several services have the operation. */
type OperationKey = string;

/** A response, or a function that returns it. */
export type Answering = Answer | AnswerFunction<never>;

/** The responses of a fake AWS: a queue of responses for one request each, and permanent responses. */
export class AnswerBook {
  readonly #permanent: Map<OperationKey, Answering> = new Map();
  readonly #defaults: Map<OperationKey, Answering>;
  readonly #queued: { key: OperationKey; answer: Answering }[] = [];

  /** `defaults` are used if a test registers no response. */
  constructor(defaults: Readonly<Record<string, Answering>> = {}) {
    this.#defaults = new Map(Object.entries(defaults).map(([operation, answer]) => [keyOf(operation), answer]));
  }

  /** Registers the response for all requests of an operation. Replaces the previous one. */
  on(operation: string, answer: Answering): void {
    this.#permanent.set(keyOf(operation), answer);
  }

  /** Adds a response for one request of an operation to the queue. */
  once(operation: string, answer: Answering): void {
    this.#queued.push({ key: keyOf(operation), answer });
  }

  /** Returns the response for a request. A queued response is removed from the queue. */
  take(operation: SentOperation): Answering {
    const keys = keysOf(operation);
    const index = this.#queued.findIndex(({ key }) => keys.includes(key));
    const [queued] = index < 0 ? [] : this.#queued.splice(index, 1);
    const answer = queued?.answer ?? this.permanent(operation);
    if (answer !== undefined) return answer;
    throw new AnswerError(this.#missing(operation));
  }

  /** The permanent response, if there is one. */
  permanent(operation: SentOperation): Answering | undefined {
    const [qualified, bare] = keysOf(operation);
    return this.#permanent.get(qualified) ?? this.#permanent.get(bare) ?? this.#defaults.get(qualified);
  }

  #missing({ name, serviceId }: SentOperation): string {
    const near = nearestNames(name, [...this.#permanent.keys()]);
    return (
      `fakeAws has no response for ${name} of ${serviceId}. Call aws.on('${name}', { … }) with the output as the AWS CLI prints it, ` +
      `or aws.once('${name}', …) for one request.${near.length > 0 ? ` There is a response for ${near.join(' and ')}.` : ''}`
    );
  }
}

// "Auto Scaling:DescribeTags", "auto-scaling:DescribeTags" and "AutoScaling:DescribeTags" are equal.
const keyOf = (operation: string): OperationKey => {
  const colon = operation.indexOf(':');
  return colon < 0 ? operation : `${fold(operation.slice(0, colon))}:${operation.slice(colon + 1)}`;
};

const keysOf = ({ name, serviceId }: SentOperation): readonly [qualified: OperationKey, bare: OperationKey] => [
  `${fold(serviceId)}:${name}`,
  name,
];

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
