import { inspect } from 'node:util';

import { NormalizedSchema } from '@arch/core/sdk';
import { awsError } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { schemaOf } from '../../core/src/declaration/command-type.js';
import { type WithSecrets, isSecretInput, secretsOf } from '../../core/src/declaration/secrets-of.js';
import { awsWith, type LayerSamples, type Subject } from './layer.js';
import { type Leaf, leavesOf, withAt } from './leaves.js';

const marker = 'zq7marker';
/** Values that violate different checks. */
const wrongValues: readonly unknown[] = [
  `${marker}${'x'.repeat(120_000)}`,
  `${marker} \n\u0000`,
  [marker],
  { [marker]: marker },
  Symbol(marker),
  () => marker,
  new Map([[marker, marker]]),
];

/** Names of members that are usually secret; `publicNames` are the exceptions. */
const secretNames =
  /pass(?:word|phrase)|secret|token|credential|privateKey|userData|sqls?$|parameter(?:s|Sets)\b|payload|body|^json|\.json|receiptHandle|environment|stageVariables|^detail$|customerKey/i;
const publicNames =
  /(?:secretArn|SecretKmsKeyId|clientToken|messageBody|credentialsArn|environment\w*Id|userDataReplace\w*|tokenTtl\w*|httpTokens|configParameters\.k|hyperParameters)$/i;

/** Tests that no error and no event contains a secret of an input, for every kind of wrong value. */
export const describeSecrets = (subject: Subject, samples: LayerSamples): void => {
  const declaration = subject.declaration as unknown as WithSecrets;
  const leaves = leavesOf(declaration.input).filter(({ path }) => path[0] !== 'aws');
  const secret = leaves.filter(({ path }) => isSecretInput(declaration, path));

  it('marks every member as secret that the SDK marks as sensitive', () => {
    const sensitive = leaves.filter(({ path }) => isSensitiveInSdk(declaration, path));
    expect(secret).toEqual(expect.arrayContaining(sensitive));
  });

  it('has no secret as the key of its resource', () => {
    expect(secret.map(({ path }) => path.join('.'))).not.toContain(subject.declaration['key']);
  });

  it('marks every member as secret whose name is that of a secret', () => {
    const named = leaves.filter(({ path, kind }) => mayBeSecret(kind) && secretNames.test(path.join('.')));
    const open = named.filter((leaf) => !secret.includes(leaf) && !publicNames.test(leaf.path.join('.')));
    expect(open.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it.runIf(secret.length > 0)(`does not quote ${namesOf(secret)}`, async () => {
    const base = membersOf(subject);
    for (const { path } of secret) {
      for (const value of wrongValues) await expectNoMarker(subject, samples, withAt(base, path, value));
    }
    await expectNoMarker(subject, samples, `${marker}${'x'.repeat(120_000)}`);
  });

  it.runIf(secret.length > 0)('does not quote secrets that are quoted in a message of AWS', async () => {
    const secrets = secretsOf(declaration, membersOf(subject)).filter((each) => each.length >= 8);
    for (const each of secrets) {
      const refused = awsError('ValidationException', `Value '${each}' is odd`, { status: 400 });
      await using aws = awsWith(samples, refused);
      expect(await seenOf(subject, subject.input, aws.session)).not.toContain(each);
    }
  });
};

/** Whether the SDK's schema of the request marks a member as sensitive. Its names differ from the input's only in case. */
const isSensitiveInSdk = ({ command }: WithSecrets, path: readonly string[]): boolean => {
  if (!command) return false;
  let schema: NormalizedSchema | undefined = NormalizedSchema.of(schemaOf(command).input as never);
  for (const step of path) {
    if (!schema || schema.getMergedTraits().sensitive) break;
    const members: [string, NormalizedSchema][] = schema.isStructSchema() ? [...schema.structIterator()] : [];
    const isMany: boolean = schema.isListSchema() || schema.isMapSchema();
    schema = isMany
      ? schema.getValueSchema()
      : members.find(([name]) => name.toLowerCase() === step.toLowerCase())?.[1];
  }
  return Boolean(schema?.getMergedTraits().sensitive);
};

const mayBeSecret = (kind: string): boolean => ['string', 'custom', 'unknown', 'any'].includes(kind);

const namesOf = (leaves: readonly Leaf[]): string => [...new Set(leaves.map(({ path }) => path.join('.')))].join(', ');

const membersOf = ({ input, declaration }: Subject): object =>
  typeof input === 'string' ? { [String(declaration['key'])]: input } : (input as object);

const expectNoMarker = async (subject: Subject, samples: LayerSamples, input: unknown): Promise<void> => {
  await using aws = awsWith(samples);
  expect(await seenOf(subject, input, aws.session)).not.toContain(marker);
};

/** Returns everything that a failed call shows: its error and its events as text, as JSON, and with hidden properties. */
const seenOf = async (subject: Subject, input: unknown, session: unknown): Promise<string> => {
  const events: unknown[] = [];
  const onEvent = (event: unknown): void => void events.push(event);
  const error: unknown = await subject
    .call(input, { session, onEvent, maxAttempts: 1 })
    .then(() => undefined)
    .catch((thrown: unknown) => thrown);
  const all = [error, events];
  return [
    String(error),
    inspect(all, { showHidden: true, depth: 10, maxStringLength: null }),
    JSON.stringify(all),
  ].join('\n');
};
