import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type DeclaredFunction, policyFor } from '@arch/core';
import { infoOf } from '@arch/core/builder';
import { describe, expect, it } from 'vitest';

import { samplesFolder } from '../../core/src/__fixtures__/samples-folder.js';
import { formatsOf, limitsOf } from '../../core/src/permissions/check-scope.js';
import { type LayerSamples, type Subject, subjectsOf } from './layer.js';

interface Catalogue {
  readonly actions: Readonly<Record<string, { readonly resources: readonly string[] }>>;
}

const folder = join(samplesFolder, 'iam');
const arn = /^arn:aws(?:-[a-z-]+)?:[a-z0-9-]+:[a-z0-9*-]*:(?:\d{12}|\*)?:\S+$/;

/** Tests the permissions that functions declare: IAM has these actions, with these resource types, and policies can limit them. */
export const describePermissions = (exports: object, samples: LayerSamples): void => {
  describe('permissions', () => {
    for (const subject of subjectsOf(exports, samples)) {
      it.runIf(existsSync(folder))(
        `of ${subject.name} exist in IAM (${existsSync(folder) ? 'published' : `there is no folder ${folder}`})`,
        () => checkWithCatalogue(subject),
      );
      it(`of ${subject.name} can be limited to resources and cases`, () => checkLimits(subject));
    }
  });
};

const checkWithCatalogue = ({ permissions }: Subject): void => {
  for (const { action, resources = [] } of permissions) {
    const [service = '', operation = ''] = action.split(':');
    const file = join(folder, `${service}.json`);
    if (!existsSync(file)) continue;
    const known = (JSON.parse(readFileSync(file, 'utf8')) as Catalogue).actions[operation];
    expect(known, action).toBeDefined();
    for (const resource of resources)
      if (resource !== '*' && !resource.startsWith('arn:')) expect(known?.resources, action).toContain(resource);
    // '*' means that the action is not limited on purpose.
    if ((known?.resources ?? []).length > 0) expect(resources, `${action}: declare its resources`).not.toEqual([]);
  }
};

const checkLimits = ({ callable }: Subject): void => {
  const declared = callable as DeclaredFunction<{ readonly on: string; readonly with: string }>;
  const info = infoOf(declared)!;
  const limits = limitsOf(info);
  const all = declared.with(...limits.with);
  const place = { partition: 'aws' };
  for (const { Resource } of policyFor(all, place).Statement)
    for (const each of [Resource].flat()) if (each !== '*') expect(each).toMatch(arn);
  if (limits.on.length === 0) return expect(() => policyFor(declared.on({ bucket: 'x' }))).toThrow('IAM cannot limit');
  for (const member of limits.on) {
    const values = formatsOf(info).flatMap((format) => sampleFor(member, format));
    for (const value of new Set(values)) {
      const { Statement } = policyFor(all.on({ [member]: value }), place);
      const resources = Statement.flatMap(({ Resource }) => Resource);
      for (const each of resources) if (each !== '*') expect(each).toMatch(arn);
      expect(JSON.stringify(resources), `${member}: ${value}`).toContain('sample-1');
    }
  }
};

/** Returns a value for a member of an ARN format: a name, or an ARN if the member is an ARN. */
const sampleFor = (member: string, format: string): readonly string[] => {
  if (!new RegExp(`[{|]${member}[}|*]`).test(format)) return [];
  if (member === 'queueUrl') return ['https://sqs.eu-west-1.amazonaws.com/123456789012/sample-1'];
  return [member.endsWith('Arn') ? format.replace(/\{.*?\}/, 'sample-1') : 'sample-1'];
};
