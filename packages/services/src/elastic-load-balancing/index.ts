export { balancingName, balancingArn } from './balancing-names.js';
export { elasticLoadBalancing } from './elastic-load-balancing.js';
