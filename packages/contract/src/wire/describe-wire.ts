import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type LayerSamples, type Subject, subjectsOf } from '../layer.js';
import { casesOf, type Kind, kinds, titleOf } from './cases.js';
import { watchLeftOver } from './left-over.js';
import { isFull, randomFor, seed } from '../random.js';
import { Stage } from './stage.js';

/** What ends a test that hangs. */
const timeLimit = isFull ? 300_000 : undefined;

const titles: Readonly<Record<Kind, string>> = {
  good: 'is read once, and its request is sent once, however it arrives',
  empty: 'that is empty is never a result',
  foreign: 'that somebody else gives is never a result, and says nothing about the resource or the caller',
  broken: 'that breaks off, or goes on after its document, is never a result',
};

/**
 * Every function reads its responses over real sockets, in all forms and splits, good and bad. One case per function and kind is chosen
 * by ARCH_SEED; ARCH_MATRIX=full takes them all.
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
        // A consumer goes on through outages until it is stopped: its own tests say how.
        const own = subject.kind === 'consumer' ? kinds.filter((kind) => kind === 'good') : kinds;
        for (const kind of own) it(titles[kind], () => playAll(stage, subject, kind), timeLimit);
      });
    }
    it('all responses together leave no connection and no timer', async () => {
      expect(await stage.closeSession(), 'connections').toBe(0);
      expect(await leftOver()).toEqual([]);
    });
  });
};

/** Plays the cases of a kind, and fails with all that is wrong. */
const playAll = async (stage: Stage, subject: Subject, kind: Kind): Promise<void> => {
  const random = randomFor(`${subject.name}/${kind}`);
  const cases = isFull ? casesOf(kind) : [random.pick(casesOf(kind))];
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
  const again = isFull ? 'ARCH_MATRIX=full' : `ARCH_SEED=${seed}`;
  expect.fail(
    `${subject.name}, ${failures.length} of ${cases.length} cases; again with ${again}:\n${failures.slice(0, 10).join('\n')}${more}`,
  );
};
