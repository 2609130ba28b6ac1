import { leavesOf } from '@arch/contract';
import * as analytics from '@arch/analytics';
import * as compute from '@arch/compute';
import { infoOf } from '@arch/core/builder';
import * as database from '@arch/database';
import * as integration from '@arch/integration';
import * as ml from '@arch/ml';
import * as storage from '@arch/storage';
import { expect, it } from 'vitest';

import { type WithSecrets, isSecretInput } from '../../../packages/core/src/declaration/secrets-of.js';

/** Returns the secret members of a layer's functions, each once. */
const secretMembers = (layer: object): readonly string[] => {
  const found = Object.values(layer).flatMap((callable: unknown) => {
    const declaration = infoOf(callable)?.declaration as Partial<WithSecrets> | undefined;
    // Functions of core, such as acrossRegions, have no members.
    if (!hasInput(declaration)) return [];
    const paths = leavesOf(declaration.input).map(({ path }) => path);
    return paths.filter((path) => path[0] !== 'aws' && isSecretInput(declaration, path)).map((path) => path.join('.'));
  });
  return [...new Set(found)].sort();
};

const hasInput = (declaration: Partial<WithSecrets> | undefined): declaration is WithSecrets =>
  declaration?.input !== undefined;

// A change of this list is a decision about the content of errors and events.
it.each([
  [
    'analytics',
    analytics,
    [
      'adminUserPassword',
      'adminUsername',
      'arguments.0',
      'bootstrapActions.0.arguments.0',
      'conf.k',
      'configurations.k.k',
      'entryPoint',
      'hadoopJar.arguments.0',
      'hadoopJar.properties.k',
      'masterUserPassword',
      'options.0',
      'parameters.k',
      'sparkSubmit.arguments.0',
      'sparkSubmit.conf.k',
      'sparkSubmit.entryPoint',
      'sparkSubmit.options.0',
      'sql',
      'sqls.0',
      'steps.0.hadoopJar.arguments.0',
      'steps.0.hadoopJar.properties.k',
      'steps.0.sparkSubmit.arguments.0',
      'steps.0.sparkSubmit.conf.k',
      'steps.0.sparkSubmit.entryPoint',
      'steps.0.sparkSubmit.options.0',
    ],
  ],
  ['compute', compute, ['privateKey', 'publicKey', 'userData']],
  ['database', database, ['masterUserPassword', 'parameterSets.0.k', 'parameters.k', 'sql']],
  [
    'integration',
    integration,
    [
      'attributes',
      'body',
      'detail',
      'events.0.detail',
      'input',
      'inputTransformer.inputTemplate',
      'json',
      'message',
      'messages.0.attributes',
      'messages.0.body',
      'messages.0.json',
      'messages.0.message',
      'messages.0.receiptHandle',
      'messages.0.subject',
      'receiptHandle',
      'stageVariables.k',
      'subject',
      'token',
    ],
  ],
  ['ml', ml, ['code.zip', 'containers.0.environment', 'customAttributes', 'environment', 'payload']],
  ['storage', storage, ['annotationPayload', 'blockData', 'blockToken', 'body', 'json', 'kmsKeyArn', 'mfa']],
])('%s has the listed secret members', (_name, layer, expected) => {
  expect(secretMembers(layer)).toEqual(expected);
});
