import { sessionFor } from '../session/current-session.js';
import type { SessionChoice } from '../session/session-choice.js';
import { internalsOf } from '../session/session-internals.js';
import { clientOf } from './client-of.js';
import type { Service } from './service.js';

/** Reads a setting of a service's client in the session of a call, e.g. S3's `requestChecksumCalculation`. */
export const clientSetting = async (service: Service, name: string, options: SessionChoice): Promise<unknown> => {
  const { config } = await clientOf(service, internalsOf(sessionFor(options)));
  const setting = (config as unknown as Readonly<Record<string, unknown>>)[name];
  return typeof setting === 'function' ? await (setting as () => unknown)() : setting;
};
