/** Sets an entry of a map that forgets all of its entries before it has more than `most`. */
export const setBounded = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void => {
  if (map.size >= most) map.clear();
  map.set(key, value);
};
