import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AwsOperation } from './aws-operation.ts';
import { versionOf } from './clients.ts';
import type { Place } from './place.ts';
import type { Files } from './samples.ts';
import type { ServiceConstant } from './service-constant.ts';
import { open } from './text.ts';

/** Writes the first version of a service in `packages/services`: its constant, its index and its client. */
export const writeService = (
  { root, layer }: Place,
  { client, service }: AwsOperation,
  { name, folder, prefix, documentation }: ServiceConstant,
): Files => {
  const inFolder = (file: string): string => `packages/services/src/${folder}/${file}`;
  const manifest = 'packages/services/package.json';
  const { protocol } = service;
  return [
    [
      inFolder(`${folder}.ts`),
      [
        `import { ${protocol === undefined ? '' : `${protocol}, `}type Service } from '@arch/core/builder';`,
        `import { ${service.className} } from '${client}';`,
        '',
        `/** ${open} the service and what it is for, in a few words. */`,
        `export const ${name}: Service = {`,
        `  id: '${service.id}',`,
        `  client: ${service.className},`,
        ...(protocol === undefined ? [] : [`  protocol: ${protocol},`]),
        `  // ${open} what IAM's actions begin with, from the service authorization reference.`,
        `  prefix: '${prefix}',`,
        `  // ${open} ARN formats by IAM's resource type, e.g. instance: 'arn:aws:ec2:*:*:instance/*'.`,
        '  arns: {},',
        `  // ${open} the service's error codes, e.g. QueueDoesNotExist: notFound({ resource: 'queue', member: 'queueUrl' }).`,
        '  errors: {},',
        `  // ${open} where AWS documents its operations; the operation's name is appended.`,
        `  documentation: '${documentation}',`,
        '};',
        '',
      ].join('\n'),
    ],
    [inFolder('index.ts'), `export { ${name} } from './${folder}.js';\n`],
    [
      manifest,
      withDependency(readFileSync(join(root, manifest), 'utf8'), client, versionOf(root, layer, client) ?? 'latest'),
    ],
  ];
};

const withDependency = (text: string, name: string, version: string): string => {
  const manifest = JSON.parse(text) as { devDependencies: Record<string, string> };
  const all = Object.entries({ ...manifest.devDependencies, [name]: version });
  manifest.devDependencies = Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
};
