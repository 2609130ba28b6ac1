import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NotFoundError, UnexpectedResponseError } from '@arch/core';
import { infoOf } from '@arch/core/builder';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import type { PageDeclaration } from '../../core/src/listing/page-declaration.js';
import { samplesFolder } from '../../core/src/__fixtures__/samples-folder.js';
import { type LayerSamples, type Subject, subjectsOf } from './layer.js';
import { path } from './random.js';

interface Sample {
  readonly operation: string;
  readonly id: string;
  readonly grade?: string;
  readonly output?: Record<string, unknown>;
}

const read = (file: string): readonly Sample[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sample[]) : [];

/** Tests that functions accept all responses that AWS has published for their operations, from the bytes of the response to the result. */
export const describePublishedAnswers = (exports: object, samples: LayerSamples): void => {
  const { publishedOfAnotherKind = [] } = samples;
  describe('published responses', () => {
    for (const subject of subjectsOf(exports, samples)) {
      const command = commandOf(subject)?.name.replace(/Command$/, '');
      const own =
        command === undefined
          ? []
          : publishedFor(serviceOf(subject)).filter(
              ({ operation, id }) => operation === command && !publishedOfAnotherKind.includes(id),
            );
      const title =
        own.length > 0
          ? `${own.length}`
          : existsSync(samplesFolder)
            ? 'none published'
            : `there is no folder ${samplesFolder}`;
      it.runIf(own.length > 0)(
        `of ${command ?? 'several operations'} are accepted by ${subject.name} (${title})`,
        async () => {
          for (const sample of own) await accept(subject, sample);
        },
      );
    }
  });
};

/** Returns the declaration of the AWS call that a function makes. A task that uses one operation also makes one call. */
const callOf = ({ declaration, kind }: Subject): Subject['declaration'] => {
  const uses = (declaration['uses'] ?? []) as readonly unknown[];
  const single = kind === 'task' && uses.length === 1 ? infoOf(uses[0])?.declaration : undefined;
  return (single as Subject['declaration'] | undefined) ?? declaration;
};
const commandOf = (subject: Subject): { readonly name: string } | undefined =>
  callOf(subject)['command'] as { readonly name: string } | undefined;
const serviceOf = (subject: Subject): string => (callOf(subject)['service'] as { readonly id: string }).id;

/** Returns all published responses of a service. Reads them only once. */
const publishedFor = (service: string): readonly Sample[] => {
  const file = `${service.toLowerCase().replaceAll(' ', '-')}.json`;
  let samples = byService.get(service);
  if (!samples) {
    samples = ['awscli', 'botocore', 'smithy']
      .flatMap((source) => read(join(samplesFolder, source, file)))
      .filter(({ grade, output }) => output !== undefined && (grade === 'clean' || grade === 'coerced'));
    byService.set(service, samples);
  }
  return samples;
};
const byService = new Map<string, readonly Sample[]>();

const accept = async (subject: Subject, { operation, output = {}, id }: Sample): Promise<void> => {
  await using aws = fakeAws({ session: { path } });
  aws.on(`${serviceOf(subject)}:${operation}`, asLastPage(subject, output));
  const { session } = aws;
  const batch = subject.declaration['batch'] as
    | { items?: (answer: object) => readonly object[] | undefined; id?: string }
    | undefined;
  const key = subject.declaration['key'] as string | undefined;
  if (!containsValues(output)) {
    await expect(acceptsOrRejectsBlank(subject, { session }), id).resolves.toBe(true);
    return;
  }
  if (!batch?.items || key === undefined) {
    await expect(subject.call(subject.input, { session }), id).resolves.not.toThrow();
    return;
  }
  const ids = (batch.items(output) ?? []).map((item) => String((item as Record<string, unknown>)[batch.id ?? '']));
  // Some published IDs are shortened or invented. This test is about the response, so their errors are ignored.
  for (const each of ids.filter((one) => !/[^\w.-]/.test(one))) {
    const error: unknown = await subject.call({ [key]: each }, { session }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error && (error as Error).name !== 'InvalidInputError') expect.fail(`${id}: ${(error as Error).message}`);
  }
};

/** Removes the page tokens: published pages name a next page, which is not published. */
const asLastPage = ({ declaration }: Subject, output: Record<string, unknown>): Record<string, unknown> => {
  const pages = declaration['pages'] as PageDeclaration | undefined;
  if (!pages) return output;
  const { token, next = token, further = [], more } = pages;
  const tokens = new Set([next, ...further.map((each) => each.next)]);
  return {
    ...Object.fromEntries(Object.entries(output).filter(([name]) => !tokens.has(name))),
    ...(more !== undefined && more in output && { [more]: false }),
  };
};

/** Whether a response contains a value. Some published responses contain only empty structures: `{ DBInstance: {} }`. */
const containsValues = (value: unknown): boolean =>
  value !== null && typeof value === 'object' ? Object.values(value).some(containsValues) : value !== undefined;

/** Whether a function accepts a response without values, or rejects it with UnexpectedResponseError or NotFoundError. */
const acceptsOrRejectsBlank = async (subject: Subject, options: object): Promise<boolean> => {
  const error: unknown = await subject.call(subject.input, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error === undefined || error instanceof UnexpectedResponseError || error instanceof NotFoundError;
};
