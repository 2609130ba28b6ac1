import { createSession, type Session } from '@arch/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { runCall } from '../../../core/src/call/start-call.js';
import { requestSchemaOf, schemaOf } from '../../../core/src/declaration/command-type.js';
import { sendRequest } from '../../../core/src/declaration/send.js';
import { internalsOf } from '../../../core/src/session/session-internals.js';
import { type LayerSamples, type OperationInfo, operationsOf, subjectsOf } from '../layer.js';
import { isFull, seed } from '../random.js';
import { endpoints } from './endpoints.js';
import { inputOf } from './generated-input.js';
import { sentPart } from './raw-requests.js';
import { withFixedChance } from './with-fixed-chance.js';

const runs = isFull ? 50 : 1;

type Declaration = OperationInfo['declaration'];

/** Sends an input in AWS's words. Returns the request, or the error if none was sent. */
type Send = (declaration: Declaration, input: object) => Promise<unknown>;

/**
 * Each AWS operation of a layer is sent as the SDK sends it, byte for byte with the signature, with inputs that are generated from the SDK's
 * schema: 50 in the full matrix. Nothing answers: the responses have tests of their own.
 */
export const describeGeneratedRequests = (exports: object, samples: LayerSamples): void => {
  const commands = new Map<string, Declaration>();
  for (const subject of subjectsOf(exports, samples))
    for (const { declaration } of operationsOf(subject.callable)) commands.set(nameOf(declaration), declaration);
  describe('generated requests', () => {
    withFixedChance();
    const ways = endpoints.map(([region, environment]) => [
      sender(region, environment),
      sender(region, environment, 'sdk'),
    ]);
    it.each([...commands])(`of %s are those of the SDK (again: ARCH_SEED=${seed})`, async (_name, declaration) => {
      const cases = fc.tuple(fc.nat(endpoints.length - 1), inputOf(requestSchemaOf(declaration.command)));
      let requests = 0;
      await fc.assert(
        fc.asyncProperty(cases, async ([endpoint, wire]) => {
          const [ours, sdk] = ways[endpoint]!;
          // The SDK completes the inputs of some operations in place.
          const expected = await sdk!(declaration, structuredClone(wire));
          expect(await ours!(declaration, structuredClone(wire))).toEqual(expected);
          // The second request is sent directly.
          expect(await ours!(declaration, structuredClone(wire)), 'sent directly').toEqual(expected);
          if (Array.isArray(expected)) requests += expected.length;
        }),
        { numRuns: runs, seed: Number(seed) || 1 },
      );
      // A single input may be one that the SDK refuses to send.
      if (isFull) expect(requests).toBeGreaterThan(0);
    });
  });
};

/** The operation with the last part of its namespace: S3 and Glacier both have `ListParts`. */
const nameOf = ({ command }: Declaration): string => {
  const { namespace, name } = schemaOf(command);
  return `${namespace.replace(/^.*\./, '')}#${name}`;
};

/** Returns a function that sends requests with a session of its own, which has read its settings. */
const sender = (region: string, environment: Readonly<Record<string, string>>, path?: 'sdk'): Send => {
  const sent: unknown[] = [];
  const transport = {
    handle: (request: never): Promise<never> => {
      sent.push(sentPart(request));
      return Promise.reject(Object.assign(new Error('not answered'), { name: 'AbortError' }));
    },
    destroy: () => undefined,
  };
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'fake', sessionToken: 'token' };
  let session: Session | undefined;
  return async (declaration, input) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    session ??= createSession({ region, credentials, transport, maxAttempts: 1, path });
    sent.length = 0;
    const internals = internalsOf(session);
    const { clock, limits } = internals;
    const call = { operation: declaration.name, clock, listeners: [], attemptMs: limits.attemptMs, maxAttempts: 1 };
    const error: unknown = await runCall({ ...call, timeoutMs: limits.callMs, limit: 'call', signal: undefined }, () =>
      sendRequest(declaration as never, input, internals),
    ).catch((thrown: unknown) => thrown);
    vi.unstubAllEnvs();
    return sent.length > 0 ? [...sent] : String(error);
  };
};
