import { InvalidInputError } from '../errors/invalid-input-error.js';

/** The region that the environment or the profile names. */
export const defaultRegion = async (profile: string | undefined): Promise<string> => {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE } = process.env;
  const named = AWS_REGION || AWS_DEFAULT_REGION;
  if (named && profile === undefined) return named;
  const name = profile ?? AWS_PROFILE ?? 'default';
  const { loadSharedConfigFiles } = await import('./load-shared-config-files.js');
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const region = configFile[name]?.['region'] ?? credentialsFile[name]?.['region'] ?? named;
  if (region) return region;
  throw new InvalidInputError(
    `No region is set. Set AWS_REGION, give profile ${name} a region in ~/.aws/config, or pass { region: 'eu-west-1' }.`,
  );
};
