// Random names. crypto.getRandomValues works on plain http, crypto.randomUUID does not.

// 128 random bits as 22 characters of base64url: the id of an op.
export function random_id(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}

// 32 random bits, for an order that is this device's own.
export function random_seed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
