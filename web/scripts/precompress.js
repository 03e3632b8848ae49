// Writes a .gz and a .br beside every file of dist/ that gains from it, so that the server never
// compresses. Browsers ask for brotli only over HTTPS; over plain http they get gzip.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = /\.(html|js|css|svg|json|txt|webmanifest)$/;

for (const path of files('dist')) {
  if (!text.test(path)) continue;
  const plain = readFileSync(path);
  keep(path + '.gz', gzipSync(plain, { level: 9 }), plain);
  keep(
    path + '.br',
    brotliCompressSync(plain, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
    plain,
  );
}

function keep(path, packed, plain) {
  if (packed.length < plain.length) writeFileSync(path, packed);
}

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}
