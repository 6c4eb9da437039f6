import { countyContext, type CountyContext } from '@fc/tenancy';
import DataLoader from 'dataloader';

/** How many things are looked up together at most. */
const largestBatch = 1_000;

/**
 * Reads one thing of many: what the fields of an answer ask for at the same moment is read together, in as many statements as
 * for one. Nothing is remembered beyond that moment, so that whatever a command has changed is read anew. `load` leaves out
 * what is not there, and what is not for whoever asks.
 */
export function batched<Key extends string, Value>(load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>): (key: Key) => Promise<Value | undefined> {
  // By piece of work, because each is somebody else's: two people never share a look.
  const loaders = new WeakMap<CountyContext, DataLoader<Key, Value | undefined>>();
  const loadAll = async (keys: readonly Key[]): Promise<(Value | undefined)[]> => {
    const found = await load([...new Set(keys)]);
    return keys.map((key) => found.get(key));
  };
  return (key) => {
    const context = countyContext();
    const loader = loaders.get(context) ?? new DataLoader(loadAll, { cache: false, maxBatchSize: largestBatch });
    loaders.set(context, loader);
    return loader.load(key);
  };
}
