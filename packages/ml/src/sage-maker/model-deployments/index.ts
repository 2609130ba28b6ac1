export type { DeployModelInput, ServerlessDeployment, TrafficRouting } from './deploy-model-input.js';
export { deployModel } from './deploy-model.js';
export type { ModelDeployment } from './model-deployment.js';
