import { localEnvironment } from './local-environment.js';
import { startLocalAws } from './start-local-aws.js';

/**
 * A global setup for vitest: starts one local AWS for the whole test run and sets the environment of all tests.
 *
 * @example
 * export default defineConfig({ test: { globalSetup: ['@arch/local/vitest'] } });
 */
export async function setup(): Promise<() => Promise<void>> {
  const aws = await startLocalAws({ onProgress: (step) => process.stderr.write(`local AWS: ${step}\n`) });
  const before = { ...process.env };
  replaceEnvironment(localEnvironment(before, aws.env));
  return async () => {
    replaceEnvironment(before);
    await aws.stop();
  };
}

function replaceEnvironment(environment: Readonly<NodeJS.ProcessEnv>): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}
