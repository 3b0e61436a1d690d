import { type Objects, signedAddress } from '../../../shared/store/signed-address.ts';
import { StartError } from '../start-error.ts';

/** Makes the buckets that are not there yet at another object store; its address takes a bucket where ours takes a key. */
export async function makeBuckets(store: Objects, buckets: readonly string[]): Promise<void> {
  for (const key of buckets) {
    const at = new Date().toISOString();
    const url = await signedAddress(store, { method: 'PUT', key, at, expiresInSeconds: 60 });
    const { ok, status } = await fetch(url, { method: 'PUT' });
    // 409: it is there already.
    if (!ok && status !== 409) throw new StartError(`The object store at ${store.address} makes no bucket: ${status}.`);
  }
}
