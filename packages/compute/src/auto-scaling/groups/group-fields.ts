import { ec2Id, text, z } from '@arch/core/builder';

/** The schema of the name of an Auto Scaling group. */
export const groupName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(z.regex(/^[^\t\n\r:|]{1,255}$/, '1 to 255 characters without a colon, a vertical bar or a line break'));

/** The launch template of an Auto Scaling group, by ID or name. */
export interface GroupLaunchTemplate {
  /** ID of the launch template, e.g. `lt-0123456789abcdef0`. Required without `launchTemplateName`. */
  readonly launchTemplateId?: string | undefined;
  /** Name of the launch template. Required without `launchTemplateId`. */
  readonly launchTemplateName?: string | undefined;
  /** Version: a number, `$Latest` or `$Default`. Default: `$Default`. */
  readonly version?: string | undefined;
}

/** The schema of a {@link GroupLaunchTemplate} or of the ID of a launch template. */
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
          { error: 'either launchTemplateId or launchTemplateName' },
        ),
      ),
  ]);

/** Converts a launch template to AWS's `LaunchTemplateSpecification`. */
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

/** The schema of a number of instances. The maximum is a quota of the account. */
export const groupSize = (): z.ZodMiniType<number> => z.int().check(z.gte(0));

/** The sizes of a group that an input contains. */
interface Sizes {
  readonly minSize?: number | undefined;
  readonly maxSize?: number | undefined;
  readonly desiredCapacity?: number | undefined;
}

/** Whether `minSize ≤ desiredCapacity ≤ maxSize`. Sizes that are absent are ignored. */
export const areSizesInOrder = ({ minSize, maxSize, desiredCapacity }: Sizes): boolean =>
  isAscending([minSize, desiredCapacity, maxSize].filter((each) => each !== undefined));

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((each, index) => index === 0 || (numbers[index - 1] ?? 0) <= each);
