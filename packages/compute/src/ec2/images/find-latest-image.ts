import { NotFoundError } from '@arch/core';
import { type CallOptions, type Operation, task, z } from '@arch/core/builder';

import { describeImage } from './describe-image.js';
import { getPublicParameter } from './get-public-parameter.js';
import type { Image } from './image.js';
import { imageQuery, type ImageQuery, type NamedImageQuery, type SystemImageQuery } from '../image-query.js';
import { listImages } from './list-images.js';
import { type OperatingSystem, operatingSystems, type PublicImage, publicImages } from '../public-images.js';

/** The name of an operating system, or a query. */
export type FindLatestImageInput = OperatingSystem | ImageQuery;

/**
 * Finds the newest image that AWS or Canonical publishes for an operating system, or the newest available image of an owner by its name.
 *
 * @example
 * const { imageId } = await findLatestImage('amazon-linux-2023');
 * const own = await findLatestImage({ owner: 'self', name: 'my-app-*', architecture: 'arm64' });
 * @throws {NotFoundError} there is no such image in this region.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html
 */
export const findLatestImage: Operation<FindLatestImageInput, Image> = task(() => ({
  name: 'findLatestImage',
  input: z.union([z.enum(operatingSystems), imageQuery()]) as never,
  uses: [getPublicParameter, describeImage, listImages],
  run: (input: FindLatestImageInput, options) => {
    const query = typeof input === 'string' ? { os: input } : input;
    return 'os' in query ? findPublic(query, options) : findNamed(query, options);
  },
}));

const findPublic = async ({ os, architecture = 'x86_64' }: SystemImageQuery, options: CallOptions): Promise<Image> => {
  const names: PublicImage = publicImages[os];
  const { value } = await getPublicParameter(names[architecture] ?? names.x86_64, options);
  return describeImage(value, options);
};

const findNamed = async ({ owner, name, architecture }: NamedImageQuery, options: CallOptions): Promise<Image> => {
  let latest: Image | undefined;
  for await (const image of listImages({ owners: [owner], name, architecture, state: 'available' }, options)) {
    if (!latest || (image.creationDate ?? 0) > (latest.creationDate ?? 0)) latest = image;
  }
  if (latest) return latest;
  throw new NotFoundError(
    `findLatestImage: ${owner} has no available image named ${name}${architecture ? ` for ${architecture}` : ''} in this region.`,
    { operation: 'findLatestImage', resource: 'image', id: name },
  );
};
