export { createLaunchTemplate, type CreateLaunchTemplateInput } from './create-launch-template.js';
export { deleteLaunchTemplate, type DeleteLaunchTemplateInput } from './delete-launch-template.js';
export { describeLaunchTemplate, type DescribeLaunchTemplateInput } from './describe-launch-template.js';
export type { LaunchTemplate } from './launch-template.js';
export { listLaunchTemplates, type ListLaunchTemplatesInput } from './list-launch-templates.js';
export type { LaunchTemplateData } from './request-launch-template.js';
