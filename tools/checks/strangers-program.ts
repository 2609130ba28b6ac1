/** A program of a user. A wrong or missing type in the packages would break it. */
export const strangersProgram = (entries: readonly string[]): string => `
import { describeInstance, listInstances, runInstance, startInstance, type Instance } from '@arch/compute';
import { type Session, createSession, NotFoundError, policyFor, withSession } from '@arch/storage';
import type { Session as CoreSession } from '@arch/core';
import { operation, type Service } from '@arch/core/define';
import { fakeAws } from '@arch/core/testing';
${entries.map((name, index) => `export type * as entry${index} from '${name}';`).join('\n')}
export const work = async (): Promise<string> => {
  await using aws = fakeAws();
  const session = createSession({ region: 'eu-west-1' });
  const started: Instance = await withSession(session, () => startInstance('i-1', { wait: true }));
  for await (const { state } of listInstances({ state: 'running' }, { session: aws.session })) await describeInstance(state);
  const launched = await runInstance({ image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro' });
  return launched.state + started.launchTime.toISOString() + typeof operation + NotFoundError.name + policyFor(describeInstance).Version;
};
export const sameSession = (session: Session): CoreSession => session;
export const serviceOf = ({ prefix }: Service): string => prefix;
export const waited = (): Promise<Instance> => startInstance('i-1', { wait: true });
// @ts-expect-error an instance has no such member
export const wrong = (instance: Instance): unknown => instance.nothing;
`;

/** Checks every declaration file (no `skipLibCheck`) without the types of Node.js. */
export const strangersTsconfig = (moduleResolution: 'nodenext' | 'bundler'): string =>
  JSON.stringify({
    compilerOptions: {
      module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
      moduleResolution,
      target: 'es2022',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    },
    files: ['program.ts'],
  });
