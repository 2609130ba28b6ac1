export {
  type BucketRequestPayment,
  getBucketRequestPayment,
  type GetBucketRequestPaymentInput,
  type Payer,
  payers,
} from './get-bucket-request-payment.js';
export { putBucketRequestPayment, type PutBucketRequestPaymentInput } from './put-bucket-request-payment.js';
