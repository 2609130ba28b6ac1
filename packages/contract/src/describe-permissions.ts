import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { samplesFolder } from '../../core/src/__fixtures__/samples-folder.js';
import { type LayerSamples, subjectsOf } from './layer.js';

interface Catalogue {
  readonly actions: Readonly<Record<string, { readonly resources: readonly string[] }>>;
}

const folder = join(samplesFolder, 'iam');

/** The permissions that functions declare are ones that IAM knows, on resource types that it knows for them. */
export const describePermissions = (exports: object, samples: LayerSamples): void => {
  describe('permissions', () => {
    for (const { name, permissions } of subjectsOf(exports, samples)) {
      it.runIf(existsSync(folder))(
        `of ${name} are known to IAM (${existsSync(folder) ? 'published' : `there is no folder ${folder}`})`,
        () => {
          for (const { action, resources = [] } of permissions) {
            const [service = '', operation = ''] = action.split(':');
            const file = join(folder, `${service}.json`);
            if (!existsSync(file)) continue;
            const known = (JSON.parse(readFileSync(file, 'utf8')) as Catalogue).actions[operation];
            expect(known, action).toBeDefined();
            for (const resource of resources)
              if (!resource.startsWith('arn:')) expect(known?.resources, action).toContain(resource);
          }
        },
      );
    }
  });
};
