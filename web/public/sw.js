// Keeps the phone's page on the phone, so that it opens without network and shows what waits to be
// sent. Only where the page came over HTTPS (or localhost): browsers run no worker elsewhere. What
// the API says is never kept, nor is anything of desk and board.
const store = 'viche-page';
const page_path = '/';
const patience_ms = 4000; // a router without a server behind it may never answer

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(keep_page());
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && is_phone(pathname)) {
    event.respondWith(page(request));
    event.waitUntil(keep_page().catch(() => undefined));
  }
});

function is_phone(path) {
  return path === page_path || /^\/s\/\d+$/.test(path);
}

async function page(request) {
  const late = new Promise((resolve) => setTimeout(resolve, patience_ms, null));
  const fresh = await Promise.race([fetch(request).catch(() => null), late]);
  // A proxy answers for a server that is away.
  if (fresh !== null && fresh.status < 500) return fresh;
  return (await caches.match(page_path)) ?? fresh ?? fetch(request);
}

async function asset(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

// The page and all that it and its parts name. The page itself comes last: what is kept is whole.
async function keep_page() {
  const cache = await caches.open(store);
  const fresh = await fetch(page_path, { cache: 'no-cache' });
  if (!fresh.ok) return;
  const text = await fresh.clone().text();
  const held = await cache.match(page_path);
  if (held !== undefined && (await held.text()) === text) return;
  const wanted = new Set(assets_in(text));
  for (const path of wanted) {
    const answer = (await cache.match(path)) ?? (await fetch(path));
    if (!answer.ok) return;
    if (path.endsWith('.js')) {
      for (const found of assets_in(await answer.clone().text())) wanted.add(found);
    }
    await cache.put(path, answer);
  }
  await cache.put(page_path, fresh);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== page_path && !wanted.has(pathname)) await cache.delete(url);
  }
}

function assets_in(text) {
  const names = text.matchAll(/[/"'`]([\w.-]+-[\w-]{8}\.(?:js|css))["'`]/g);
  return Array.from(names, ([, name]) => `/assets/${name}`);
}
