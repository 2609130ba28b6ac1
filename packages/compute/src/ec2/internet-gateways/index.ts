export { attachInternetGateway, type AttachInternetGatewayInput } from './attach-internet-gateway.js';
export { createInternetGateway, type CreateInternetGatewayInput } from './create-internet-gateway.js';
export { deleteInternetGateway, type DeleteInternetGatewayInput } from './delete-internet-gateway.js';
export { describeInternetGateway, type DescribeInternetGatewayInput } from './describe-internet-gateway.js';
export { detachInternetGateway, type DetachInternetGatewayInput } from './detach-internet-gateway.js';
export type { InternetGateway } from './internet-gateway.js';
export { listInternetGateways, type ListInternetGatewaysInput } from './list-internet-gateways.js';
