import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../whole-file.ts';

export interface IssuerKeys {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  /** The JSON Web Key Set that is published. */
  readonly published: { readonly keys: readonly object[] };
}

/** Opens the issuer's key pair of a data folder; makes one in a folder without. It is readable by its owner only. */
export function openIssuerKeys(folder: string): IssuerKeys {
  const path = join(folder, 'issuer-key.json');
  const { keyId, privateKey: jwk } = readKeyFile(path) ?? makeKeyFile(path);
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' });
  return { keyId, privateKey, published: { keys: [{ ...publicKey, kid: keyId, use: 'sig', alg: 'RS256' }] } };
}

interface KeyFile {
  readonly keyId: string;
  readonly privateKey: JsonWebKey;
}

function makeKeyFile(path: string): KeyFile {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const file: KeyFile = { keyId: randomUUID(), privateKey: privateKey.export({ format: 'jwk' }) };
  writeWhole(path, JSON.stringify(file), 0o600);
  return file;
}

function readKeyFile(path: string): KeyFile | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
