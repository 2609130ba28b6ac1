import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import type { Layer } from '../../../core/src/call/middleware/middleware.js';
import { ownWay } from '../../../core/src/call/own-way.js';
import { sendCommand } from '../../../core/src/call/send-command.js';
import { clientOf } from '../../../core/src/declaration/client-of.js';
import { prepare } from '../../../core/src/declaration/send.js';
import { internalsOf } from '../../../core/src/session/session-internals.js';
import { type LayerSamples, type OperationInfo, operationsOf, subjectsOf } from '../layer.js';
import { indirectOperations, sdkMiddleware } from './sdk-middleware.js';

/**
 * Tests that operations run only those middleware of the SDK unchanged that are listed with a reason, and that their requests are sent directly after
 * the first one, or are listed with the reason why not.
 */
export const describeMiddleware = (exports: object, samples: LayerSamples): void => {
  const middlewareOfAll = async (): Promise<readonly Middleware[]> => {
    await using aws = fakeAws();
    const all: Middleware[] = [];
    for (const { declaration } of subjectsOf(exports, samples).flatMap(({ callable }) => operationsOf(callable)))
      all.push(await middlewareOf(declaration, internalsOf(aws.session)));
    return all;
  };

  it('replaces the middleware of the SDK, or lists the reason why not', async () => {
    const unlisted = (await middlewareOfAll()).flatMap(({ operation, unchanged }) =>
      unchanged.filter((name) => !isListed(name, operation)).map((name) => `${name} of ${operation}`),
    );
    expect([...new Set(unlisted)], 'list it in packages/contract/src/path/sdk-middleware.ts').toEqual([]);
  });

  it('sends requests directly after the first one, or lists the reason why not', async () => {
    const listed = indirectOperations.map(({ operation }) => operation);
    const indirect = (await middlewareOfAll()).filter(({ isDirect }) => !isDirect).map(({ operation }) => operation);
    const unlisted = indirect.filter((operation) => !listed.includes(operation));
    expect([...new Set(unlisted)], 'list it in packages/contract/src/path/sdk-middleware.ts').toEqual([]);
  });

  it('declares the protocol of the client of each service', async () => {
    await using aws = fakeAws();
    const services = new Set(
      subjectsOf(exports, samples).flatMap(({ callable }) =>
        operationsOf(callable).map(({ declaration }) => declaration.service),
      ),
    );
    expect(services.size).toBeGreaterThan(0);
    for (const service of services) {
      const { config } = await clientOf(service, internalsOf(aws.session));
      expect((await service.protocol?.())?.ids, service.id).toContain(config.protocol.getShapeId());
    }
  });
};

/** The middleware of an operation, after the replacements. */
interface Middleware {
  /** The operation with its service, e.g. `S3:PutObject`. */
  readonly operation: string;
  /** The names of the SDK's middleware that run unchanged. */
  readonly unchanged: readonly string[];
  readonly isDirect: boolean;
}

const isListed = (name: string, operation: string): boolean =>
  sdkMiddleware.some(
    (each) =>
      each.name === name && each.operations.some((one) => one === operation || one === operation.replace(/:.*/, ':*')),
  );

const answering: Layer = () => async () => ({ output: undefined }) as never;

/** Nothing is sent. */
const middlewareOf = async (
  declaration: OperationInfo['declaration'],
  session: ReturnType<typeof internalsOf>,
): Promise<Middleware> => {
  const { client, command } = await prepare(declaration as never, {}, session);
  const operation = `${client.config.serviceId}:${command.constructor.name.replace(/Command$/, '')}`;
  const unchanged: string[] = [];
  let isDirect = true;
  await sendCommand(client, command, {
    replacementOf: (name, replaced) => {
      const isOurs = name.startsWith('arch') || ownWay.replacementOf(name, replaced) !== replaced.middleware;
      if (!isOurs) unchanged.push(name);
      return answering;
    },
    directOperation: (...parameters) => {
      isDirect = ownWay.directOperation(...parameters) !== undefined;
      return undefined;
    },
  });
  return { operation, unchanged, isDirect };
};
