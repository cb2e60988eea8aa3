/** Values that are computed when they are first asked for: programs start with a catalog and use little of it. */

/** A function without arguments that computes its value at the first call. */
export function once<Value>(compute: () => Value): () => Value {
  let value: { readonly of: Value } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** A function that computes its value once for each argument; for few arguments, as it forgets none. */
export function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
