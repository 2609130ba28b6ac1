export { createHttpApi, type CreateHttpApiInput } from './create-http-api.js';
export { deleteCorsConfiguration, type DeleteCorsConfigurationInput } from './delete-cors-configuration.js';
export { deleteHttpApi, type DeleteHttpApiInput } from './delete-http-api.js';
export { describeHttpApi, type DescribeHttpApiInput } from './describe-http-api.js';
export type { HttpApi, HttpApiCors } from './http-api.js';
export { corsMethods, type CorsMethod, type HttpApiCorsInput, type HttpApiSettings } from './http-api-settings.js';
export { httpApiUrl } from './http-api-url.js';
export { listHttpApis, type ListHttpApisInput } from './list-http-apis.js';
export { updateHttpApi, type UpdateHttpApiInput } from './update-http-api.js';
