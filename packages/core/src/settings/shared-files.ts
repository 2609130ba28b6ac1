// A separate file, because it is loaded with the first call.
import { loadSharedConfigFiles } from '@smithy/core/config';

type Sections = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

/** The sections of the shared files: profiles by name, and others with their kind, e.g. `services.local`. */
export interface SharedFiles {
  readonly config: Sections;
  readonly credentials: Sections;
}

/** Reads the config and credentials files anew: the SDK's reader would return what it read first in this process. */
export const readSharedFiles = async (): Promise<SharedFiles> => {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  return { config: configFile as Sections, credentials: credentialsFile as Sections };
};
