export { ModelError, type ModelErrorDetails } from './model-error.js';
export type { PredictInput } from './predict-input.js';
export { predict, type Predict } from './predict.js';
export type { Prediction } from './prediction.js';
export type { PredictionRequest } from './request-prediction.js';
