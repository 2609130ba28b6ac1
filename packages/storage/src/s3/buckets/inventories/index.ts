export {
  deleteBucketInventoryConfiguration,
  type DeleteBucketInventoryConfigurationInput,
} from './delete-bucket-inventory-configuration.js';
export {
  getBucketInventoryConfiguration,
  type GetBucketInventoryConfigurationInput,
} from './get-bucket-inventory-configuration.js';
export {
  type InventoryConfiguration,
  type InventoryFormat,
  inventoryFormats,
  inventoryFrequencies,
  type InventoryFrequency,
  type InventoryVersions,
  inventoryVersions,
} from './inventory-configuration.js';
export {
  listBucketInventoryConfigurations,
  type ListBucketInventoryConfigurationsInput,
} from './list-bucket-inventory-configurations.js';
export {
  putBucketInventoryConfiguration,
  type PutBucketInventoryConfigurationInput,
} from './put-bucket-inventory-configuration.js';
