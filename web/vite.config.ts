// How the pages are built (three entries, one browser floor) and served while developing.
// The release server does the same routing; see server/socket/http.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vitest/config';

const server = process.env['VICHE_SERVER'] ?? 'http://127.0.0.1:8080';
const floor = ['chrome88', 'safari14.1'];

export default defineConfig({
  plugins: [svelte(), session_routes()],
  build: {
    target: floor,
    cssTarget: floor,
    // The server's policy allows nothing inline but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['phone.html', 'desk.html', 'board.html'] },
  },
  server: {
    proxy: { '/api': { target: server, ws: true } },
  },
  test: {
    include: ['src/**/*.test.ts'],
    css: true, // contrast is computed from the tokens themselves
    environment: 'node',
    setupFiles: ['scripts/test_globals.js'],
  },
});

// /, /s/482913 and its /desk, /operator and /board, as the release server routes them.
function session_routes(): Plugin {
  return {
    name: 'session-routes',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
        const page = /^\/s\/\d+\/(desk|operator|board)$/.exec(path)?.[1];
        if (page !== undefined) request.url = page === 'board' ? '/board.html' : '/desk.html';
        else if (path === '/' || /^\/s\/\d+$/.test(path)) request.url = '/phone.html';
        next();
      });
    },
  };
}
