import { inspect } from 'node:util';

import { EC2Client, ModifyInstanceAttributeCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { ec2 } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { operation } from '../define/operation.js';
import { input } from '../declaration/read-input.js';
import { noOutput } from '../schema/no-output.js';
import { secret } from '../schema/secret.js';
import { string } from '../schema/z.js';
import { awsError, fakeAws } from '../testing/index.js';
import { hideSecrets } from './hide-secrets.js';

const setValue = operation(() => ({
  name: 'setValue',
  service: ec2,
  command: ModifyInstanceAttributeCommand,
  permissions: ['ec2:ModifyInstanceAttribute'],
  input: input<{ instanceId: string; value: string }>({ instanceId: string(), value: secret(string()) }),
  output: noOutput(),
}));

const allOf = (value: unknown): string => inspect(value, { showHidden: true, depth: 10, maxStringLength: null });

describe("a secret of the request in AWS's error message", () => {
  it.each([500, 400])('is hidden in errors and events if our declaration marks it (status %i)', async (status) => {
    await using aws = fakeAws();
    aws.on('ModifyInstanceAttribute', awsError('Odd', "Value 'marker-value' at 'value' failed", { status }));
    const events: ArchEvent[] = [];
    const options = { session: aws.session, onEvent: (event: ArchEvent) => void events.push(event) };
    const error: unknown = await setValue({ instanceId: 'i-1', value: 'marker-value' }, options).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toContain("Value '(not shown)' at 'value' failed");
    expect(events.length).toBeGreaterThan(2);
    expect(allOf(error) + allOf(events) + JSON.stringify([error, events])).not.toContain('marker');
  });

  it("is hidden if AWS's schema marks it, also for a client of session.client", async () => {
    await using aws = fakeAws();
    aws.on('RunInstances', awsError('Odd', 'UserData bWFya2VyLXZhbHVl is odd', { status: 400 }));
    const command = new RunInstancesCommand({ MinCount: 1, MaxCount: 1, UserData: 'bWFya2VyLXZhbHVl' });
    const error: unknown = await aws.session
      .client(EC2Client)
      .send(command)
      .catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('UserData (not shown) is odd');
    expect(allOf(error)).not.toContain('bWFya2VyLXZhbHVl');
  });
});

describe('a hidden text', () => {
  it.each([
    ['the production of it', 'the (not shown) of it'],
    ['production', '(not shown)'],
    ['"production", "production"', '"(not shown)", "(not shown)"'],
    ['production-api and preproduction', 'production-api and preproduction'],
    ['nothing', 'nothing'],
  ])('is replaced as a whole word: %s', (message, shown) => {
    const error = Object.assign(new Error(message), { Message: message, code: 5 });
    hideSecrets(error, ['production', 'of it']);
    expect(error).toMatchObject({ message: shown, Message: shown, code: 5 });
    expect(error.stack?.split('\n', 1)[0]).toBe(`Error: ${shown}`);
  });

  it('may be searched in any thrown value', () => {
    expect(() => hideSecrets('production', ['production'])).not.toThrow();
  });
});
