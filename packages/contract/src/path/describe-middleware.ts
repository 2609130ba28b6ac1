import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { sendCommand } from '../../../core/src/call/send-command.js';
import { replacementOf } from '../../../core/src/call/middleware/replacement-of.js';
import { prepare } from '../../../core/src/declaration/send.js';
import { internalsOf } from '../../../core/src/session/session-internals.js';
import { type LayerSamples, type OperationInfo, operationsOf, subjectsOf } from '../layer.js';
import { sdkMiddleware } from './sdk-middleware.js';

/** Tests that operations run only those middleware of the SDK unchanged that are listed with a reason. */
export const describeMiddleware = (exports: object, samples: LayerSamples): void => {
  it('replaces the middleware of the SDK, or lists the reason why not', async () => {
    await using aws = fakeAws();
    const unlisted = new Set<string>();
    const operations = subjectsOf(exports, samples).flatMap(({ callable }) => operationsOf(callable));
    for (const { declaration } of operations)
      for (const found of await unchangedIn(declaration, internalsOf(aws.session)))
        if (!isListed(found)) unlisted.add(`${found.name} of ${found.operation}`);
    expect([...unlisted], 'list it in packages/contract/src/path/sdk-middleware.ts').toEqual([]);
  });
};

interface Unchanged {
  readonly name: string;
  /** The operation with its service, e.g. `S3:PutObject`. */
  readonly operation: string;
}

const isListed = ({ name, operation }: Unchanged): boolean =>
  sdkMiddleware.some(
    (each) =>
      each.name === name && each.operations.some((one) => one === operation || one === operation.replace(/:.*/, ':*')),
  );

/** Returns the middleware of an operation that are the SDK's own. Nothing is sent. */
const unchangedIn = async (
  declaration: OperationInfo['declaration'],
  session: ReturnType<typeof internalsOf>,
): Promise<readonly Unchanged[]> => {
  const { client, command } = await prepare(declaration as never, {}, session);
  const operation = `${client.config.serviceId}:${command.constructor.name.replace(/Command$/, '')}`;
  const unchanged: Unchanged[] = [];
  await sendCommand(client, command, {
    replacementOf: (name, replaced) => {
      const isOurs = name.startsWith('arch') || replacementOf(name, replaced) !== replaced.middleware;
      if (!isOurs) unchanged.push({ name, operation });
      return () => async () => ({ output: undefined }) as never;
    },
  });
  return unchanged;
};
