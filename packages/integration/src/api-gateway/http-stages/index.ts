export { createHttpStage, type CreateHttpStageInput } from './create-http-stage.js';
export { deleteHttpStage, type DeleteHttpStageInput } from './delete-http-stage.js';
export { describeHttpStage, type DescribeHttpStageInput } from './describe-http-stage.js';
export type { HttpAccessLog } from './http-access-log.js';
export type { HttpAccessLogSettings, HttpRouteLimits, HttpStage } from './http-stage.js';
export type { HttpStageSettings } from './http-stage-settings.js';
export { listHttpStages, type ListHttpStagesInput } from './list-http-stages.js';
export { updateHttpStage, type UpdateHttpStageInput } from './update-http-stage.js';
