import { join } from 'node:path';

import { InvalidInputError } from '@arch/core';
import { readInput } from '@arch/core/builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, type Subject, subjectsOf } from '../layer.js';
import { badInputs } from './bad-inputs.js';
import type { Type } from './definition.js';
import { poolOf } from './plausible-values.js';

/** Words of zod's own messages. */
const wordsOfZod =
  /Invalid (?:input|key|option|element)|expected|received|Too (?:small|big)|nrecognized|nonoptional|>=|<=|to have|is not valid|undefined|\[object/;

/**
 * Collects the texts of all input checks of a layer in `golden/<layer>.txt`, which is reviewed like source code. To update it, run the test
 * with `--update`.
 */
export const describeInputMessages = (exports: object, samples: LayerSamples, layer: string): void => {
  describe('the texts of input checks', () => {
    // The full build of zod sets this too, and a user's program may load it.
    beforeAll(() => void (zodConfig().localeError = () => 'Too small: expected string to have >=3 characters'));
    afterAll(() => void (zodConfig().localeError = undefined));

    const found = new Map<string, Set<string>>();
    for (const subject of subjectsOf(exports, samples)) {
      it(`of ${subject.name} contain no words of zod`, async () => {
        for (const message of await messagesOf(subject, samples)) {
          expect(message).not.toMatch(wordsOfZod);
          found.set(message, (found.get(message) ?? new Set()).add(subject.name));
        }
      });
    }

    it(`are the texts of golden/${layer}.txt`, async () => {
      const text = [...found]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([message, names]) => entry(message, [...names]));
      await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${layer}.txt`));
    });
  });
};

interface ZodConfig {
  localeError?: (() => string) | undefined;
}

/** The configuration that all copies of zod in a process share. */
const zodConfig = (): ZodConfig =>
  (globalThis as unknown as { readonly __zod_globalConfig: ZodConfig }).__zod_globalConfig;

const entry = (message: string, names: readonly string[]): string => {
  const [first, second] = names.toSorted();
  const more = names.length > 2 ? ` and ${names.length - 2} more` : '';
  return `${message}\n    ${first}${second ? `, ${second}` : ''}${more}`;
};

/** The maximum number of calls with inputs that the schema accepts, to find the messages of the checks that follow. */
const maxCalls = 60;

/** Returns the messages of a function for wrong inputs, without its name and without the values. */
const messagesOf = async (subject: Subject, samples: LayerSamples): Promise<ReadonlySet<string>> => {
  const { input, declaration, name, kind } = subject;
  const key = declaration['key'] as string | undefined;
  const members = typeof input === 'string' ? (key === undefined ? {} : { [key]: input }) : (input as object);
  const messages = new Set<string>();
  const add = (error: unknown): void => {
    if (error instanceof InvalidInputError) messages.add(error.message.replace(`${name}: `, '').replaceAll(values, ''));
  };
  const accepted: unknown[] = [];
  for (const bad of badInputs(declaration['input'] as Type, members, poolOf(Object.values(samples.inputs)))) {
    try {
      readInput(declaration as never, bad);
      accepted.push(bad);
    } catch (error) {
      add(error);
    }
  }
  await using aws = awsWith(samples);
  // The schema accepts these inputs, but the checks of the request may reject them.
  for (const each of kind === 'operation' ? accepted.slice(0, maxCalls) : [])
    await subject.call(each, { session: aws.session }).catch(add);
  return new Set([...messages].filter((message) => !isJoined(message, messages)));
};

const values = / \(got (?:"(?:[^"\\]|\\.)*"|[^()]*)\)/g;

/** Whether a message consists of several others. */
const isJoined = (message: string, messages: ReadonlySet<string>): boolean => {
  const parts = message.slice(0, -1).split('; ');
  return parts.length > 1 && parts.every((part) => messages.has(`${part}.`));
};
