import { ec2Id, text, z } from '@arch/core/builder';

/** A group's name, checked. */
export const groupName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[^\t\n\r:|]{1,255}$/, '1 to 255 characters without a colon, a bar or a line break'));

/** What a group launches: a launch template by ID or name. */
export interface GroupLaunchTemplate {
  /** Either this or the name. */
  readonly launchTemplateId?: string | undefined;
  readonly launchTemplateName?: string | undefined;
  /** A number, `$Latest` or `$Default`. Default `$Default`. */
  readonly version?: string | undefined;
}

/** A launch template, checked; a plain text is its ID. */
export const launchTemplateInput = (): z.ZodMiniType<string | GroupLaunchTemplate> =>
  z.union([
    ec2Id('lt'),
    z
      .strictObject({
        launchTemplateId: z.optional(ec2Id('lt')),
        launchTemplateName: z.optional(text(3, 128)),
        version: z.optional(text(1, 255)),
      })
      .check(
        z.refine(
          ({ launchTemplateId, launchTemplateName }) =>
            (launchTemplateId === undefined) !== (launchTemplateName === undefined),
          { error: 'either a launchTemplateId or a launchTemplateName' },
        ),
      ),
  ]);

/** A launch template in AWS's words. */
export const toLaunchTemplate = (
  template: string | GroupLaunchTemplate,
): { LaunchTemplateId?: string; LaunchTemplateName?: string; Version?: string } => {
  if (typeof template === 'string') return { LaunchTemplateId: template };
  const { launchTemplateId, launchTemplateName, version } = template;
  return {
    ...(launchTemplateId !== undefined && { LaunchTemplateId: launchTemplateId }),
    ...(launchTemplateName !== undefined && { LaunchTemplateName: launchTemplateName }),
    ...(version !== undefined && { Version: version }),
  };
};

/** How many instances a group has: 0 to as many as the account may have. */
export const size = (): z.ZodMiniType<number> => z.int().check(z.gte(0));

/** Sizes of a group, as far as they are given. */
interface Sizes {
  readonly minSize?: number | undefined;
  readonly maxSize?: number | undefined;
  readonly desiredCapacity?: number | undefined;
}

/** Whether the sizes can be those of one group. */
export const areSizes = ({ minSize, maxSize, desiredCapacity }: Sizes): boolean =>
  isAscending([minSize, desiredCapacity, maxSize].filter((each) => each !== undefined));

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((each, index) => index === 0 || (numbers[index - 1] ?? 0) <= each);
