export { objectExists, type ObjectExistsInput } from './object-exists.js';
export { type ObjectGoal, objectGoals, waitForObject, type WaitForObjectInput } from './wait-for-object.js';
