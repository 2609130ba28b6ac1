import { join } from 'node:path';

import * as errors from '@arch/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type LayerSamples, type Subject, subjectsOf } from '../layer.js';
import { layoutOf } from '../wire/layout.js';
import { plainResult } from '../wire/plain-result.js';
import { isFull, randomFor, seed } from '../random.js';
import { type SocketServer, socketServer } from '../wire/socket-server.js';
import { socketSession } from '../wire/socket-session.js';
import { type Split, splitAt, splitNames } from '../wire/splits.js';
import { recordLayer, type RecordedServer, type Step } from './record-layer.js';
import { bytesOf, type Recording, recordingsIn, writeRecordings } from './recording.js';

/** The server to record, set by tools/commands/record-responses.ts. If it is absent, the recordings are replayed. */
const recorded =
  process.env['ARCH_RECORD'] === undefined ? undefined : (JSON.parse(process.env['ARCH_RECORD']) as RecordedServer);

/**
 * Replays recorded responses of other servers than AWS and tests how the calls end. Each response is sent in one split that ARCH_SEED
 * determines, with ARCH_MATRIX=full in all splits.
 */
export const describeRecorded = (
  exports: object,
  samples: LayerSamples,
  folder: string,
  steps?: readonly Step[],
): void => {
  const fixtures = join(folder, '__fixtures__');
  if (recorded) {
    it(`records ${recorded.name}`, async () => {
      const recordings = await recordLayer(exports, samples, recorded, steps);
      if (recordings.length > 0) writeRecordings(fixtures, recorded.name, recordings);
    }, 600_000);
    return;
  }
  let server: SocketServer;
  beforeAll(async () => {
    server = await socketServer('TCP');
  });
  afterAll(() => server[Symbol.asyncDispose]());
  const subjects = new Map(subjectsOf(exports, samples).map((subject) => [subject.name, subject]));
  for (const [name, recordings] of recordingsIn(fixtures)) {
    describe(`the recorded responses of ${name}`, () => {
      it.each(recordings.map((recording, index) => [index, recording.call, recording.outcome, recording] as const))(
        '%i, call of %s: ends with %s',
        async (index, call, outcome, recording) => {
          const random = randomFor(`${name}/${index}`);
          for (const split of isFull ? splitNames : [random.pick(splitNames)])
            expect(
              await replay(subjects.get(call)!, recording, split, server),
              `cut ${split}; to repeat: ARCH_SEED=${seed}`,
            ).toBe(outcome);
        },
      );
    });
  }
};

/** Repeats the call of a recording with its responses over a real socket. Returns the outcome of the call. */
const replay = async (subject: Subject, recording: Recording, split: Split, server: SocketServer): Promise<string> => {
  const waiting = [...recording.responses];
  await using session = socketSession(async (_request, operation) => {
    const index = waiting.findIndex((response) => response.operation === operation.name);
    const [next] = waiting.splice(index < 0 ? waiting.length : index, 1);
    if (!next) throw new Error(`There is no further recorded response to ${operation.name}.`);
    return { server, delivery: splitAt(split, layoutOf(bytesOf(next)), true) };
  });
  const input = 'input' in recording ? recording.input : subject.input;
  try {
    await plainResult(await subject.call(input, { session, maxAttempts: 1, timeoutMs: 30_000 }));
    return waiting.length === 0 ? 'result' : `a result without ${waiting.map(({ operation }) => operation).join(', ')}`;
  } catch (error) {
    const documented = (errors as unknown as Record<string, abstract new () => unknown>)[recording.outcome];
    return documented && error instanceof documented ? recording.outcome : String(error);
  }
};
