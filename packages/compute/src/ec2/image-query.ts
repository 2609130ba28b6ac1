import { text, z } from '@arch/core/builder';

import { type OperatingSystem, operatingSystems, publicImages } from './public-images.js';

/** The newest image of a system, as its maker publishes it. */
export interface SystemImageQuery {
  /** e.g. `amazon-linux-2023`, `ubuntu-24.04` or `windows-server-2025`. */
  readonly os: OperatingSystem;
  /** Default `x86_64`; Windows has no other. */
  readonly architecture?: 'x86_64' | 'arm64' | undefined;
}

/** The newest available image of an owner whose name fits. */
export interface NamedImageQuery {
  /** `self`, `amazon`, `aws-marketplace` or an account ID. */
  readonly owner: string;
  /** The image's name; `*` and `?` are wildcards, e.g. `my-app-*`. */
  readonly name: string;
  readonly architecture?: 'x86_64' | 'arm64' | undefined;
}

/** Which image is meant, when its ID is not known. */
export type ImageQuery = SystemImageQuery | NamedImageQuery;

/** Checks a query. */
export const imageQuery = (): z.ZodMiniType<ImageQuery> =>
  z.union([
    z
      .strictObject({ os: z.enum(operatingSystems), architecture: architecture() })
      .check(
        z.refine(
          ({ os, architecture: wanted = 'x86_64' }) => wanted in publicImages[os],
          'an architecture that the operating system supports',
        ),
      ),
    z.strictObject({ owner: text(1, 64), name: text(1, 128), architecture: architecture() }),
  ]);

const architecture = (): z.ZodMiniType<'x86_64' | 'arm64' | undefined> => z.optional(z.enum(['x86_64', 'arm64']));
