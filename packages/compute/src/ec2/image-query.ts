import { text, z } from '@arch/core/builder';

import { type OperatingSystem, operatingSystems, publicImages } from './public-images.js';

/** A query for the newest image that AWS or Canonical publishes for an operating system. */
export interface SystemImageQuery {
  /** The operating system, e.g. `amazon-linux-2023`, `ubuntu-24.04` or `windows-server-2025`. */
  readonly os: OperatingSystem;
  /** The processor architecture. Default: `x86_64`, the only one for Windows. */
  readonly architecture?: 'x86_64' | 'arm64' | undefined;
}

/** A query for the newest available image of an owner by its name. */
export interface NamedImageQuery {
  /** The owner of the image: `self`, `amazon`, `aws-marketplace` or an account ID. */
  readonly owner: string;
  /** The name of the image, 1–128 characters; `*` and `?` are wildcards, e.g. `my-app-*`. */
  readonly name: string;
  /** The processor architecture. Default: any. */
  readonly architecture?: 'x86_64' | 'arm64' | undefined;
}

/** A query for an image whose ID is not known. */
export type ImageQuery = SystemImageQuery | NamedImageQuery;

/** Checks an image query. */
export const imageQuery = (): z.ZodMiniType<ImageQuery> =>
  z.union([
    z
      .strictObject({ os: z.enum(operatingSystems), architecture: architecture() })
      .check(
        z.refine(
          ({ os, architecture: wanted = 'x86_64' }) => wanted in publicImages[os],
          'an architecture that the operating system supports (Windows: x86_64 only)',
        ),
      ),
    z.strictObject({ owner: text(1, 64), name: text(1, 128), architecture: architecture() }),
  ]);

const architecture = (): z.ZodMiniType<'x86_64' | 'arm64' | undefined> => z.optional(z.enum(['x86_64', 'arm64']));
