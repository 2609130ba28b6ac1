import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type LayerSamples, type Subject, subjectsOf } from '../layer.js';
import { casesOf, type Kind, kinds, titleOf, type WireCase } from './cases.js';
import { watchLeftOver } from './left-over.js';
import { isFull, randomFor, sampleOf, seed } from '../random.js';
import { Stage } from './stage.js';

/** The timeout of a test, in milliseconds. */
const timeLimit = isFull ? 300_000 : undefined;

const titles: Readonly<Record<Kind, string>> = {
  good: 'is read once after one request, in every form and split',
  empty: 'without a body is an error',
  foreign: 'from another server is an error, but no NotFoundError and no AccessDeniedError',
  broken: 'that ends too early, or has data after its document, is an error',
};

/** The kinds of functions that only call functions of other kinds, whose responses run in all cases. */
const composed: ReadonlySet<string> = new Set(['task', 'waiter']);

/** In the full matrix, composed functions run one case of so many, which ARCH_SEED determines. */
const share = 4;

/**
 * Tests that every function reads valid and invalid responses over real sockets, in all forms and splits. ARCH_SEED determines one valid and one
 * invalid case per function; with ARCH_MATRIX=full all cases run, of tasks and waiters a quarter.
 */
export const describeWire = (exports: object, samples: LayerSamples): void => {
  let stage: Stage;
  let leftOver: () => Promise<readonly string[]>;
  beforeAll(async () => {
    stage = await Stage.open(samples);
    leftOver = watchLeftOver();
  });
  afterAll(() => stage[Symbol.asyncDispose]());
  describe('on the wire', () => {
    for (const subject of subjectsOf(exports, samples)) {
      if (samples.withoutRequest?.includes(subject.name)) continue;
      describe(`a response to ${subject.name}`, () => {
        // A consumer continues during outages until it is stopped. Its own tests cover this.
        const invalid = kinds.filter((kind) => kind !== 'good');
        const own = subject.kind === 'consumer' ? [] : sampleOf(`wire/${subject.name}`, invalid, 1);
        for (const kind of ['good', ...own] as const) it(titles[kind], () => playAll(stage, subject, kind), timeLimit);
      });
    }
    it('leaves no connection and no timer after all responses', async () => {
      expect(await stage.closeSession(), 'connections').toBe(0);
      expect(await leftOver()).toEqual([]);
    });
  });
};

const matrixOf = (subject: Subject, kind: Kind): readonly WireCase[] => {
  const cases = casesOf(kind);
  if (!composed.has(subject.kind)) return cases;
  const offset = randomFor(`${subject.name}/${kind}/share`).pick([...Array(share).keys()]);
  return cases.filter((_case, index) => index % share === offset);
};

/** Plays the cases of a kind and fails with a list of all problems. */
const playAll = async (stage: Stage, subject: Subject, kind: Kind): Promise<void> => {
  const random = randomFor(`${subject.name}/${kind}`);
  const cases = isFull ? matrixOf(subject, kind) : [random.pick(casesOf(kind))];
  const operations = await stage.operationsOf(subject);
  const failures: string[] = [];
  for (const [index, wireCase] of cases.entries()) {
    const operation = isFull ? operations[index % operations.length] : random.pick(operations);
    const target = kind === 'good' ? undefined : operation;
    const problems = await stage.play(subject, wireCase, target);
    if (problems.length > 0) failures.push(`${titleOf(wireCase)}, ${target ?? 'all'}: ${problems.join('; ')}`);
  }
  if (failures.length === 0) return;
  const more = failures.length > 10 ? `\n… and ${failures.length - 10} more` : '';
  const variable = isFull ? 'ARCH_MATRIX=full' : `ARCH_SEED=${seed}`;
  expect.fail(
    `${subject.name}, ${failures.length} of ${cases.length} cases; to repeat: ${variable}:\n${failures.slice(0, 10).join('\n')}${more}`,
  );
};
