import { loaded } from '../sdk/lazy.js';
import { sessionFor } from '../session/current-session.js';
import type { SessionChoice } from '../session/session-choice.js';
import { internalsOf } from '../session/session-internals.js';
import type { Service } from './service.js';

/** Reads a setting of a service's client in the session of a call, e.g. S3's `requestChecksumCalculation`. */
export const clientSetting = async (service: Service, name: string, options: SessionChoice): Promise<unknown> => {
  const { config } = internalsOf(sessionFor(options)).sdkClient(await loaded(service.client), service.settings);
  const setting = (config as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof setting === 'function' ? await (setting as () => unknown)() : setting;
};
