// What every browser has and Node 18 keeps behind a flag: crypto as a global.
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;
